import { StateBadge } from '../../components/state-badge.tsx';

export function TicketStatus({
  status,
}: {
  readonly status: { readonly name: string; readonly kind: 'open' | 'closed' };
}) {
  return (
    <StateBadge state={status.kind === 'open' ? 'info' : 'quiet'}>
      <span className="one-line">{status.name}</span>
    </StateBadge>
  );
}
