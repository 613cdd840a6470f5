import { useQuery } from '@tanstack/react-query';
import { ticketTypeSorts } from '../../../src-shared/api/ticket-types.ts';
import { api } from '../../api/client.ts';
import { DeskFilterBar } from '../../components/desk/desk-filter-bar.tsx';
import { DeskListEmpty } from '../../components/desk/desk-list-empty.tsx';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { filterByInactive, filterByWord } from '../../components/desk/list-filter.ts';
import { describeDeskList, useDeskList } from '../../components/desk/use-desk-list.ts';
import { OrderButton } from '../../components/setup/order-button.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { NewTicketType } from './new-ticket-type.tsx';
import { ticketTypeColumns } from './ticket-type-columns.tsx';
import { ticketTypeKind } from './ticket-type-kind.ts';
import { ticketTypeKindLabels } from './ticket-type-labels.ts';

const ticketTypes = describeDeskList({
  sorts: ticketTypeSorts,
  sortAtFirst: { column: 'sequence', descending: false },
  filters: { kind: filterByWord('Kind', ticketTypeKindLabels), inactive: filterByInactive },
});

export function TicketTypesPage() {
  const { list, input } = useDeskList(ticketTypes);
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rows = useListRows((block) => api.ticketTypes.list.queryOptions({ input: { ...input, ...block } }));
  return (
    <DeskListPage
      kind={ticketTypeKind}
      title="Ticket types"
      about="What kinds of tickets there are: a type decides the workflow, SLA, team, statuses and fields of its tickets."
      filters={<DeskFilterBar list={list} of={ticketTypeKind} />}
      columns={ticketTypeColumns}
      rows={rows}
      sort={list.sort}
      actions={
        <OrderButton
          kind="ticket_type"
          about="Forms and filters show ticket types in this order."
          list={lookups?.types}
        />
      }
      NewRecord={NewTicketType}
      empty={(newButton) => (
        <DeskListEmpty list={list} of={ticketTypeKind} action={newButton}>
          A ticket type decides how its tickets are worked on.
        </DeskListEmpty>
      )}
    />
  );
}
