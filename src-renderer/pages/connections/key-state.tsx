import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './connections.module.css';

/** What there is to say of a key without telling it. */
export function KeyState({ connection }: { readonly connection: Pick<ConnectionView, 'kind' | 'key'> }) {
  const { kind, key } = connection;
  if (kind === 'offline') return <span className={classes['dim']}>Needs none</span>;
  if (key.state === 'unreadable') return <StateBadge state="bad">Cannot be read</StateBadge>;
  if (key.state === 'stored') {
    return key.hint === '' ? 'Stored' : <span className="mono">…{key.hint}</span>;
  }
  if (kind === 'compatible') return <span className={classes['dim']}>None</span>;
  return <StateBadge state="warn">Missing</StateBadge>;
}
