import { useQuery } from '@tanstack/react-query';
import { prioritySorts } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { OrderButton } from '../../components/setup/order-button.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { priorityColumns } from './priority-columns.tsx';
import { NewPriority } from './priority-form.tsx';
import { priorityKind } from './priority-kind.ts';
import { pageTitle, SlaViews } from './sla-views.tsx';

const priorities = describeDeskList({
  sorts: prioritySorts,
  sortAtFirst: { column: 'sequence', descending: false },
  filters: {},
});

export function PrioritiesPage() {
  const { list, input } = useDeskList(priorities);
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rows = useListRows((block) => api.priorities.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={priorityKind}
      title={pageTitle}
      about="How urgent a ticket is, the most urgent first. An SLA says for each priority how soon a ticket is answered and fixed."
      views={<SlaViews />}
      filters={<DeskFilterBar list={list} of={priorityKind} />}
      columns={priorityColumns}
      rows={rows}
      sort={list.sort}
      actions={<OrderButton kind="priority" about="The most urgent comes first." list={lookups?.priorities} />}
      NewRecord={NewPriority}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={priorityKind} action={newButton}>
          A priority says how urgent a ticket is.
        </DeskListEmpty>
      )}
    />
  );
}
