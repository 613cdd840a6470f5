import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { StateBadge } from '../../../components/state-badge.tsx';
import { Elapsed } from '../elapsed.tsx';

/** How far a call is, or what came of it. */
export function CallState({ call: { state, error } }: { readonly call: CallItem }) {
  switch (state) {
    case 'arguments':
      return <StateBadge state="quiet">Writing</StateBadge>;
    case 'waiting':
      return <StateBadge state="warn">Waits for you</StateBadge>;
    case 'running':
      return (
        <StateBadge state="info">
          Running <Elapsed />
        </StateBadge>
      );
    case 'done':
      return <StateBadge state="good">OK</StateBadge>;
    case 'failed':
      return <StateBadge state="bad">{error?.code ?? 'Failed'}</StateBadge>;
    case 'denied':
      return <StateBadge state="quiet">Denied</StateBadge>;
    case 'stopped':
      return <StateBadge state="quiet">Stopped</StateBadge>;
    case 'interrupted':
      return <StateBadge state="warn">Interrupted</StateBadge>;
  }
}
