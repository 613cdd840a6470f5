import type { ReactNode } from 'react';
import { Contents, type ContentsEntry } from './contents.tsx';
import classes from './contents.module.css';

interface Props {
  readonly entries: readonly ContentsEntry[];
  /** The sections, each with its id. */
  readonly children: ReactNode;
}

/** A long page: its sections beside a table of contents that stays in sight. */
export function WithContents({ entries, children }: Props) {
  return (
    <div className={classes['frame']}>
      <div className={classes['columns']}>
        <Contents entries={entries} />
        <div className={classes['sections']}>{children}</div>
      </div>
    </div>
  );
}
