import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  readonly title: string;
  /** What belongs here. */
  readonly children?: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes['state']}>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
