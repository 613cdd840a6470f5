import { Link } from 'react-router';
import { serviceSorts } from '../../../src-shared/api/services.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterById, filterByInactive, filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { serviceColumns } from './service-columns.tsx';
import { serviceKind } from './service-kind.ts';

const services = describeDeskList({
  sorts: serviceSorts,
  sortAtFirst: { column: 'category', descending: false },
  filters: {
    categoryId: filterById('Category', ({ serviceCategories }) => serviceCategories),
    shownTo: filterByWord('Shown to', { users: 'Users', agents: 'Agents' }),
    inactive: filterByInactive,
  },
});

export function ServicesPage() {
  const { list, input } = useDeskList(services);
  const rows = useListRows((block) => api.services.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={serviceKind}
      title="Service catalogue"
      about="What can be requested, and what a request logs. Assistants find it with the tool “Search Service Catalogue”."
      filters={<DeskFilterBar list={list} of={serviceKind} />}
      columns={serviceColumns}
      rows={rows}
      sort={list.sort}
      empty={() => (
        <DeskListEmpty list={list} of={serviceKind}>
          This desk has no catalogue. The demo desk has one of 40 services: <Link to="/data">reset to it</Link>.
        </DeskListEmpty>
      )}
    />
  );
}
