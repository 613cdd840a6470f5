import type { ClientListRow, ClientRecord } from '../../../src-shared/api/clients.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readFlag, readMoment, readNumber, readText } from '../row-values.ts';

export const clientRoutes = {
  list: os.clients.list.handler(({ context, input }) => listRecords(context, 'clients', input, viewRow)),
  get: os.clients.get.handler(({ context, input }) => view(context, input.id)),
  update: os.clients.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Users and clients', () => context.core.desk.records.update('client', id, revision, changes));
    return view(context, id);
  }),
  create: os.clients.create.handler(({ context, input }) => {
    const { records } = context.core.desk;
    const id = editDesk(context, 'Users and clients', ({ at }) =>
      records.create('client', { ...input, createdAt: at }),
    );
    return view(context, id);
  }),
};

function view({ core: { desk } }: RouteContext, id: number): ClientRecord {
  const row = desk.records.get('client', id);
  return {
    ...viewRow(desk.records.getListed('clients', 'client', id)),
    notes: readText(row, 'notes'),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): ClientListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    inactive: readFlag(row, 'inactive'),
    sites: readNumber(row, 'sites'),
    users: readNumber(row, 'users'),
    openTickets: readNumber(row, 'openTickets'),
    createdAt: readMoment(row, 'createdAt'),
  };
}
