import type { TicketListRow } from '../../../src-shared/api/tickets.ts';
import { MadeByMark } from '../../components/record/made-by-mark.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { Column } from '../../components/table/column.ts';
import { Due } from './due.tsx';
import { TicketStatus } from './ticket-status.tsx';

export const ticketColumns: readonly Column<TicketListRow>[] = [
  {
    id: 'id',
    title: 'Ticket',
    width: 64,
    align: 'right',
    sortable: true,
    always: true,
    cell: ({ id }) => <span className="mono">{id}</span>,
  },
  {
    id: 'summary',
    title: 'Summary',
    width: 240,
    grows: 'twice',
    always: true,
    cell: ({ summary, madeByAi }) => (
      <>
        <MadeByMark madeByAi={madeByAi} /> <span title={summary}>{summary}</span>
      </>
    ),
  },
  { id: 'status', title: 'Status', width: 132, sortable: true, cell: ({ status }) => <TicketStatus status={status} /> },
  { id: 'priority', title: 'Priority', width: 84, sortable: true, cell: ({ priority }) => priority.name },
  { id: 'type', title: 'Type', width: 132, sortable: true, hiddenAtFirst: true, cell: ({ type }) => type.name },
  { id: 'user', title: 'User', width: 140, sortable: true, cell: ({ user }) => user.name },
  { id: 'client', title: 'Client', width: 148, sortable: true, hiddenAtFirst: true, cell: ({ client }) => client.name },
  { id: 'agent', title: 'Agent', width: 132, sortable: true, cell: ({ agent }) => agent?.name ?? <Nobody /> },
  {
    id: 'team',
    title: 'Team',
    width: 132,
    sortable: true,
    hiddenAtFirst: true,
    cell: ({ team }) => team?.name ?? <Nobody />,
  },
  { id: 'fixByAt', title: 'Fix by', width: 104, sortable: true, cell: (ticket) => <Due ticket={ticket} /> },
  {
    id: 'lastActionAt',
    title: 'Changed',
    width: 100,
    sortable: true,
    cell: ({ lastActionAt }) => <RelativeTime at={lastActionAt} />,
  },
];

function Nobody() {
  return <span style={{ color: 'var(--mantine-color-dimmed)' }}>Nobody</span>;
}
