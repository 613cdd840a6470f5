import type { ReactNode } from 'react';
import classes from './state-badge.module.css';

export type State = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

/** A state as a word with a dot: colour never says it alone. */
export function StateBadge({ state, children }: { readonly state: State; readonly children: ReactNode }) {
  return (
    <span className={classes['badge']} data-state={state}>
      <span className={classes['dot']} aria-hidden />
      {children}
    </span>
  );
}
