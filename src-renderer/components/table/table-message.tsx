import type { ReactNode } from 'react';
import { ErrorState } from '../error-state.tsx';
import type { Rows } from './rows.ts';
import classes from './data-table.module.css';

/** What stands in a table that has no rows to show. */
export function TableMessage<Row>({ rows, empty }: { readonly rows: Rows<Row>; readonly empty: ReactNode }) {
  if (rows.error !== undefined && rows.error !== null) {
    const { retry } = rows;
    return (
      <div className={classes['message']}>
        <ErrorState error={rows.error} what="The list could not be read" {...(retry && { onRetry: () => retry() })} />
      </div>
    );
  }
  if (rows.total === 0) return <div className={classes['message']}>{empty}</div>;
  return null;
}
