import type { ReactNode } from 'react';
import classes from './list-page.module.css';

interface Props {
  readonly header: ReactNode;
  readonly filters?: ReactNode;
  readonly table: ReactNode;
  /** The open record, beside the table. */
  readonly panel?: ReactNode;
  /** What stands below all of it, such as the bar of unsaved changes. */
  readonly foot?: ReactNode;
}

/** The frame of every list: header, filters, a table that fills the page and a panel beside it. */
export function ListPage({ header, filters, table, panel, foot }: Props) {
  return (
    <div className={classes['page']}>
      {header}
      {filters !== undefined && <div className={classes['filters']}>{filters}</div>}
      <div className={classes['body']}>
        {table}
        {panel}
      </div>
      {foot !== undefined && <div className={classes['foot']}>{foot}</div>}
    </div>
  );
}
