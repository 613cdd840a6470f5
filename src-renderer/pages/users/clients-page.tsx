import { clientSorts } from '../../../src-shared/api/clients.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByInactive } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { clientColumns } from './client-columns.tsx';
import { NewClient } from './client-form.tsx';
import { clientKind } from './client-kind.ts';
import { CustomerViews, pageTitle } from './customer-views.tsx';

const clients = describeDeskList({
  sorts: clientSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: { inactive: filterByInactive },
});

export function ClientsPage() {
  const { list, input } = useDeskList(clients);
  const rows = useListRows((block) => api.clients.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={clientKind}
      title={pageTitle}
      about="The organisations that are served, with their sites."
      views={<CustomerViews />}
      filters={<DeskFilterBar list={list} of={clientKind} />}
      columns={clientColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewClient}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={clientKind} action={newButton}>
          A client is an organisation. Its sites are places, and users belong to a site.
        </DeskListEmpty>
      )}
    />
  );
}
