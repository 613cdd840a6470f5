import type { ReactNode } from 'react';
import classes from './record.module.css';

/** The frame of a record's whole page. */
export function RecordPage({ header, children }: { readonly header: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      {header}
      <div className={classes['page']}>{children}</div>
    </>
  );
}
