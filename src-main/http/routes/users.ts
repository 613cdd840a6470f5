import type { UserListRow, UserRecord } from '../../../src-shared/api/users.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk, wholeDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { optional, readFlag, readMoment, readNumber, readReference, readText, readWord } from '../row-values.ts';

export const userRoutes = {
  list: os.users.list.handler(({ context, input }) => listRecords(context, 'users', input, viewRow)),
  get: os.users.get.handler(({ context, input }) => view(context, input.id)),
  update: os.users.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Users and clients', () => context.core.desk.records.update('user', id, revision, changes));
    return view(context, id);
  }),
  create: os.users.create.handler(({ context, input }) => {
    const { records } = context.core.desk;
    const id = editDesk(context, 'Users and clients', ({ at }) => records.create('user', { ...input, createdAt: at }));
    return view(context, id);
  }),
  suggest: os.users.suggest.handler(async ({ context, input }) => {
    const { rows } = await listRecords(
      context,
      'users',
      { search: input.text, inactive: false, sort: 'name', descending: false, offset: 0, limit: 20 },
      viewRow,
    );
    return rows.map(({ id, name, email, client, site }) => ({ id, name, email, client: client.name, site: site.name }));
  }),
};

function view({ core: { desk } }: RouteContext, id: number): UserRecord {
  const user = desk.people.users.get(wholeDesk, id);
  const linked = user.linkedAgentId === null ? undefined : desk.people.agents.get(user.linkedAgentId);
  const row = desk.records.get('user', id);
  return {
    ...viewRow(desk.records.getListed('users', 'user', id)),
    sees: readWord(row, 'sees', ['own', 'site', 'client']),
    ...optional('linkedAgent', linked && { id: linked.id, name: linked.name }),
    createdAt: readMoment(row, 'created_at'),
    openTickets: user.openTickets,
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): UserListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    email: readText(row, 'email'),
    phone: readText(row, 'phone'),
    jobTitle: readText(row, 'jobTitle'),
    department: readText(row, 'department'),
    client: readReference(row, 'client'),
    site: readReference(row, 'site'),
    important: readFlag(row, 'important'),
    inactive: readFlag(row, 'inactive'),
  };
}
