import type { AgentListRow, AgentRecord } from '../../../src-shared/api/agents.ts';
import type { Reference } from '../../../src-shared/api/record-list.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { optional, readFlag, readMoment, readNumber, readReference, readText } from '../row-values.ts';

const page = 'Agents and teams';

export const agentRoutes = {
  list: os.agents.list.handler(({ context, input }) => listRecords(context, 'agents', input, viewRow)),
  get: os.agents.get.handler(({ context, input }) => view(context, input.id)),
  update: os.agents.update.handler(({ context, input: { id, revision, changes } }) => {
    const { teamIds, ...fields } = changes;
    editDesk(context, page, () => context.core.desk.editing.agents.update(id, revision, { fields, teamIds }));
    return view(context, id);
  }),
  create: os.agents.create.handler(({ context, input }) => {
    const { teamIds, ...fields } = input;
    const { agents } = context.core.desk.editing;
    return view(
      context,
      editDesk(context, page, ({ at }) => agents.create({ fields, teamIds }, at)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): AgentRecord {
  const row = desk.records.get('agent', id);
  const listed = viewRow(desk.records.getListed('agents', 'agent', id));
  const team = row['default_team_id'];
  const defaultTeam = typeof team === 'number' ? desk.records.get('team', team) : undefined;
  return {
    ...listed,
    administrator: desk.people.agents.get(id).administrator === 1,
    ...optional(
      'defaultTeam',
      defaultTeam && { id: readNumber(defaultTeam, 'id'), name: readText(defaultTeam, 'name') },
    ),
    createdAt: readMoment(row, 'created_at'),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): AgentListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    email: readText(row, 'email'),
    initials: readText(row, 'initials'),
    jobTitle: readText(row, 'jobTitle'),
    role: readReference(row, 'role'),
    teams: JSON.parse(readText(row, 'teams')) as Reference[],
    apiOnly: readFlag(row, 'apiOnly'),
    disabled: readFlag(row, 'disabled'),
    openTickets: readNumber(row, 'openTickets'),
  };
}
