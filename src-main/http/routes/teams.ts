import type { TeamRecord } from '../../../src-shared/api/agents.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readFlag, readNumber, readText } from '../row-values.ts';

export const teamRoutes = {
  list: os.teams.list.handler(({ context, input }) => listRecords(context, 'teams', input, viewRow)),
  get: os.teams.get.handler(({ context, input }) => view(context, input.id)),
  update: os.teams.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Agents and teams', () => context.core.desk.records.update('team', id, revision, changes));
    return view(context, id);
  }),
  create: os.teams.create.handler(({ context, input }) => {
    const { records } = context.core.desk;
    return view(
      context,
      editDesk(context, 'Agents and teams', () => records.create('team', input)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): TeamRecord {
  return { ...viewRow(desk.records.getListed('teams', 'team', id)), revision: desk.records.revision() };
}

function viewRow(row: Row): Omit<TeamRecord, 'revision'> {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    inactive: readFlag(row, 'inactive'),
    agents: readNumber(row, 'agents'),
    openTickets: readNumber(row, 'openTickets'),
  };
}
