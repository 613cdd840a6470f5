import { useQuery } from '@tanstack/react-query';
import { statusSorts } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { OrderButton } from '../../components/setup/order-button.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { statusColumns } from './status-columns.tsx';
import { NewStatus } from './status-form.tsx';
import { statusKind } from './status-kind.ts';
import { statusKindLabels } from './status-labels.ts';

const statuses = describeDeskList({
  sorts: statusSorts,
  sortAtFirst: { column: 'sequence', descending: false },
  filters: { kind: filterByWord('Kind', statusKindLabels) },
});

export function StatusesPage() {
  const { list, input } = useDeskList(statuses);
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rows = useListRows((block) => api.statuses.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={statusKind}
      title="Statuses"
      about="Where a ticket stands: open or closed, and whether its SLA clock runs meanwhile."
      filters={<DeskFilterBar list={list} of={statusKind} />}
      columns={statusColumns}
      rows={rows}
      sort={list.sort}
      actions={
        <OrderButton
          kind="status"
          about="Lists, filters and the home page show statuses in this order."
          list={lookups?.statuses}
        />
      }
      NewRecord={NewStatus}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={statusKind} action={newButton}>
          A status says where a ticket stands.
        </DeskListEmpty>
      )}
    />
  );
}
