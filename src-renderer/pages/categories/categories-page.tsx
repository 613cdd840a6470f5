import { categorySorts } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { categoryColumns } from './category-columns.tsx';
import { NewCategory } from './category-form.tsx';
import { categoryKind } from './category-kind.ts';

const categories = describeDeskList({
  sorts: categorySorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: {},
});

export function CategoriesPage() {
  const { list, input } = useDeskList(categories);
  const rows = useListRows((block) => api.categories.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={categoryKind}
      title="Categories"
      about="What tickets are about. Suggestions propose the category that similar tickets have."
      filters={<DeskFilterBar list={list} of={categoryKind} />}
      columns={categoryColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewCategory}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={categoryKind} action={newButton}>
          A category says what a ticket is about.
        </DeskListEmpty>
      )}
    />
  );
}
