import type { KeyView } from '../../../src-shared/api/keys.ts';
import { RelativeTime, useNow } from '../../components/relative-time.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

/** Whether a key lets in, and how long. */
export function KeyState({ keyView }: { readonly keyView: Pick<KeyView, 'enabled' | 'expiresAt'> }) {
  const now = useNow();
  const { enabled, expiresAt } = keyView;
  if (!enabled) return <StateBadge state="quiet">Disabled</StateBadge>;
  if (expiresAt === undefined) return <StateBadge state="good">Works</StateBadge>;
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return <StateBadge state="bad">Expired</StateBadge>;
  return (
    <StateBadge state={left < soon ? 'warn' : 'good'}>
      Expires <RelativeTime at={expiresAt} />
    </StateBadge>
  );
}

const soon = 14 * 86_400_000;
