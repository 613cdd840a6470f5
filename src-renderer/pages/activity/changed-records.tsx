import type { RowChange } from '../../../src-shared/api/call-view.ts';
import { ChangedColumns } from './changed-columns.tsx';
import { LinkedRecord } from './linked-record.tsx';
import classes from './activity.module.css';

interface Props {
  readonly rows: readonly RowChange[];
  readonly total: number;
}

const verbs = { insert: 'Added', update: 'Changed', delete: 'Removed', bulk: 'Replaced' } as const;

/** The rows of the desk that a call changed. */
export function ChangedRecords({ rows, total }: Props) {
  return (
    <>
      <ol className={classes['rows']}>
        {rows.map((row, index) => (
          <li key={index}>
            <h3>
              {verbs[row.operation]} <LinkedRecord table={row.table} id={row.id} />
            </h3>
            <ChangedColumns row={row} />
          </li>
        ))}
      </ol>
      {total > rows.length && (
        <p className={classes['dim']}>
          These are the first {rows.length} of {total.toLocaleString('en-GB')} rows.
        </p>
      )}
    </>
  );
}
