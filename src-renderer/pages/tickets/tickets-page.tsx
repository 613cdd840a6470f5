import { api } from '../../api/client.ts';
import { DeskListPage } from '../../components/desk/desk-list-page.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { NewTicket } from './new-ticket.tsx';
import { ticketColumns } from './ticket-columns.tsx';
import { TicketFilterBar } from './ticket-filter-bar.tsx';
import { readTicketFilters, ticketListDefaults, ticketSortOf } from './ticket-filters.ts';
import { ticketKind } from './ticket-kind.tsx';
import { TicketsEmpty } from './tickets-empty.tsx';

export function TicketsPage() {
  const [url, setUrl] = useUrlState(ticketListDefaults);
  const sort = ticketSortOf(url);
  const filters = readTicketFilters(url);
  const rows = useListRows((block) =>
    api.tickets.list.queryOptions({
      input: { ...filters, sort: sort.column, descending: sort.descending, ...block },
    }),
  );
  return (
    <DeskListPage
      kind={ticketKind}
      title="Tickets"
      about="Everything that users asked for and agents worked on, private notes included."
      filters={<TicketFilterBar url={url} onChange={setUrl} />}
      columns={ticketColumns}
      rows={rows}
      sort={sort}
      NewRecord={NewTicket}
      empty={(newButton) => <TicketsEmpty newButton={newButton} onClear={setUrl} />}
    />
  );
}
