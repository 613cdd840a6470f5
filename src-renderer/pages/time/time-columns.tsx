import { Link } from 'react-router';
import type { TimeEntryRow } from '../../../src-shared/api/time.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { RecordLink } from '../../components/record/record-link.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const timeColumns: readonly Column<TimeEntryRow>[] = [
  {
    id: 'startedAt',
    title: 'Started',
    width: 148,
    sortable: true,
    always: true,
    cell: ({ startedAt }) => <time dateTime={startedAt}>{moment.format(new Date(startedAt))}</time>,
  },
  {
    id: 'seconds',
    title: 'Time',
    width: 96,
    align: 'right',
    sortable: true,
    always: true,
    cell: ({ seconds }) => describeDuration(seconds),
  },
  {
    id: 'agent',
    title: 'Agent',
    width: 168,
    sortable: true,
    cell: ({ agent }) => <RecordLink kind="agent" to={agent} oneLine />,
  },
  {
    id: 'ticket',
    title: 'Ticket',
    width: 280,
    grows: 'twice',
    cell: ({ ticket }) =>
      ticket && (
        <Link to={recordPath('ticket', ticket.id)} className="one-line" title={ticket.summary}>
          {ticket.id} {ticket.summary}
        </Link>
      ),
  },
  { ...textColumn('note', 'Note', 280, ({ note }) => note), grows: 'twice' },
];
