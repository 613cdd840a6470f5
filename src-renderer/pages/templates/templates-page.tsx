import { templateSorts } from '../../../src-shared/api/templates.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterById } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { templateColumns } from './template-columns.tsx';
import { NewTemplate } from './template-form.tsx';
import { templateKind } from './template-kind.ts';

const templates = describeDeskList({
  sorts: templateSorts,
  sortAtFirst: { column: 'name', descending: false },
  filters: { typeId: filterById('Ticket type', ({ types }) => types) },
});

export function TemplatesPage() {
  const { list, input } = useDeskList(templates);
  const rows = useListRows((block) => api.templates.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={templateKind}
      title="Templates"
      about="Tickets written in advance, which custom tools can log."
      filters={<DeskFilterBar list={list} of={templateKind} />}
      columns={templateColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewTemplate}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={templateKind} action={newButton}>
          A template is a ticket written in advance, with its type, summary and details.
        </DeskListEmpty>
      )}
    />
  );
}
