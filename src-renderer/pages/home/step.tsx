import { CircleCheck, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './home.module.css';

interface Props {
  readonly title: string;
  readonly done: boolean;
  /** The first that is not done: the one whose action stands out. */
  readonly next: boolean;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

export function Step({ title, done, next, action, children }: Props) {
  return (
    <li className={classes['step']} data-done={done || undefined} aria-current={next ? 'step' : undefined}>
      {done ? <CircleCheck size={16} aria-label="Done" /> : <Circle size={16} aria-label="To do" />}
      <div className={classes['step-words']}>
        <h3>{title}</h3>
        {!done && (
          <div>
            <p>{children}</p>
            <div className={classes['step-action']}>{action}</div>
          </div>
        )}
      </div>
    </li>
  );
}
