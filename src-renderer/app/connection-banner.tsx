import { useDebouncedValue } from '@mantine/hooks';
import { useConnection } from '../api/connection.ts';
import classes from './connection-banner.module.css';

/** Says that the core does not answer. A gap too short to notice is not mentioned. */
export function ConnectionBanner() {
  const state = useConnection((connection) => connection.state);
  const [lasting] = useDebouncedValue(state, 400);
  const away = state === 'reconnecting' && lasting === 'reconnecting';
  return (
    <div role="status" className={classes['banner']} data-shown={away || undefined}>
      {away && 'The workbench does not answer. This page reconnects by itself; what you typed is kept.'}
    </div>
  );
}
