import { customFieldSorts } from '../../../src-shared/api/custom-fields.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterById, filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { customFieldColumns } from './custom-field-columns.tsx';
import { NewCustomField } from './custom-field-form.tsx';
import { customFieldKind } from './custom-field-kind.ts';
import { fieldKindLabels } from './field-kind-labels.ts';

const customFields = describeDeskList({
  sorts: customFieldSorts,
  sortAtFirst: { column: 'label', descending: false },
  filters: {
    kind: filterByWord('Kind', fieldKindLabels),
    typeId: filterById('Ticket type', ({ types }) => types),
  },
});

export function CustomFieldsPage() {
  const { list, input } = useDeskList(customFields);
  const rows = useListRows((block) => api.customFields.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={customFieldKind}
      title="Custom fields"
      about="What tickets hold beside what every ticket has. Ticket types and actions say which of them they ask for."
      filters={<DeskFilterBar list={list} of={customFieldKind} />}
      columns={customFieldColumns}
      rows={rows}
      sort={list.sort}
      NewRecord={NewCustomField}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={customFieldKind} action={newButton}>
          A custom field is one more thing that a ticket can hold, such as a start date or an approver.
        </DeskListEmpty>
      )}
    />
  );
}
