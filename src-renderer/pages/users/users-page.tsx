import { userSorts } from '../../../src-shared/api/users.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByFlag, filterById, filterByInactive } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { CustomerViews, pageTitle } from './customer-views.tsx';
import { userColumns } from './user-columns.tsx';
import { NewUser } from './user-form.tsx';
import { userKind } from './user-kind.ts';

const users = describeDeskList({
  sorts: userSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {
    clientId: filterById('Client', ({ clients }) => clients),
    important: filterByFlag('Importance', { yes: 'Important', no: 'Others' }),
    inactive: filterByInactive,
  },
});

export function UsersPage() {
  const { list, input } = useDeskList(users);
  const rows = useListRows((block) => api.users.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={userKind}
      title={pageTitle}
      about="Those who ask for help, at the sites of the clients they belong to."
      views={<CustomerViews />}
      filters={<DeskFilterBar list={list} of={userKind} />}
      columns={userColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewUser}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={userKind} action={newButton}>
          A user belongs to a site of a client and is whom a ticket is for.
        </DeskListEmpty>
      )}
    />
  );
}
