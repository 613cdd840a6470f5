import { assetSorts } from '../../../src-shared/api/assets.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterById, filterByInactive, filterByText } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { assetColumns } from './asset-columns.tsx';
import { NewAsset } from './asset-form.tsx';
import { assetKind } from './asset-kind.ts';

const assets = describeDeskList({
  sorts: assetSorts,
  sortAtFirst: { column: 'tag', descending: false },
  filters: {
    typeId: filterById('Type', ({ assetTypes }) => assetTypes),
    status: filterByText('Status', ({ assetStatuses }) => assetStatuses),
    clientId: filterById('Client', ({ clients }) => clients),
    inactive: filterByInactive,
  },
});

export function AssetsPage() {
  const { list, input } = useDeskList(assets);
  const rows = useListRows((block) => api.assets.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={assetKind}
      title="Assets"
      about="Equipment and software at the sites of clients, with the user who has it and the tickets about it."
      filters={<DeskFilterBar list={list} of={assetKind} />}
      columns={assetColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewAsset}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={assetKind} action={newButton}>
          An asset is a thing that tickets are about. It stands at a site, and a user may have it.
        </DeskListEmpty>
      )}
    />
  );
}
