import type { TicketListRow } from '../../../src-shared/api/tickets.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

/** By when a ticket is to be fixed. A closed one is no longer due. */
export function Due({ ticket }: { readonly ticket: Pick<TicketListRow, 'fixByAt' | 'closedAt' | 'overdue'> }) {
  const { fixByAt, closedAt, overdue } = ticket;
  if (fixByAt === undefined || closedAt !== undefined) return <span aria-label="Not due">–</span>;
  if (!overdue) return <RelativeTime at={fixByAt} />;
  return (
    <StateBadge state="bad">
      <span className="visually-hidden">Overdue: </span>
      <RelativeTime at={fixByAt} />
    </StateBadge>
  );
}
