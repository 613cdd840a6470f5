import type { StatusListRow, StatusRecord } from '../../../src-shared/api/statuses.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readFlag, readNumber, readText, readWord } from '../row-values.ts';

export const statusRoutes = {
  list: os.statuses.list.handler(({ context, input }) => listRecords(context, 'statuses', input, viewRow)),
  get: os.statuses.get.handler(({ context, input }) => view(context, input.id)),
  update: os.statuses.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Statuses', () => context.core.desk.setup.statuses.update(id, revision, changes));
    return view(context, id);
  }),
  create: os.statuses.create.handler(({ context, input }) => {
    const { statuses } = context.core.desk.setup;
    return view(
      context,
      editDesk(context, 'Statuses', () => statuses.create(input)),
    );
  }),
};

function view({ core: { desk } }: RouteContext, id: number): StatusRecord {
  return { ...viewRow(desk.records.getListed('statuses', 'status', id)), revision: desk.records.revision() };
}

function viewRow(row: Row): StatusListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    kind: readWord(row, 'kind', ['open', 'closed']),
    holdsSla: readFlag(row, 'holdsSla'),
    tickets: readNumber(row, 'tickets'),
  };
}
