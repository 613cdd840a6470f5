import { Link, useNavigate } from 'react-router';
import type { ClientRecord } from '../../../src-shared/api/clients.ts';
import type { UserListRow } from '../../../src-shared/api/users.ts';
import { api } from '../../api/client.ts';
import { recordPath } from '../../components/record/record-path.ts';
import type { Column } from '../../components/table/column.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';

const columns: readonly Column<UserListRow>[] = [
  textColumn('name', 'Name', 130, ({ name }) => name),
  textColumn('email', 'Email', 200, ({ email }) => email),
  textColumn('site', 'Site', 140, ({ site }) => site.name),
];

export function UsersOfClient({ client }: { readonly client: ClientRecord }) {
  const navigate = useNavigate();
  const rows = useListRows((block) =>
    api.users.list.queryOptions({ input: { clientId: client.id, sort: 'name', descending: false, ...block } }),
  );
  return (
    <TableSection
      title="Users"
      one="user"
      many="users"
      actions={<Link to={`/users?clientId=${client.id}`}>Show all as a list</Link>}
      columns={columns}
      rows={rows}
      onOpen={({ id }) => void navigate(recordPath('user', id))}
      empty="Nobody belongs to this client yet."
    />
  );
}
