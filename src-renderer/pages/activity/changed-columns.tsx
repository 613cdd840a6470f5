import { Link } from 'react-router';
import type { RowChange } from '../../../src-shared/api/call-view.ts';
import { ForeignText } from '../../components/foreign-text.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import { findLinkedKind } from './linked-record.tsx';
import classes from './activity.module.css';

type Cell = RowChange['columns'][number];

/** Column by column, what a row held before and holds since. An added row shows what it was given. */
export function ChangedColumns({ row: { operation, columns } }: { readonly row: RowChange }) {
  const shown = operation === 'insert' ? columns.filter(({ after }) => after !== null) : columns;
  const before = operation !== 'insert';
  const after = operation !== 'delete';
  if (shown.length === 0) return null;
  return (
    <div className={classes['columns-box']} tabIndex={0} role="group" aria-label="Columns">
      <table className={classes['columns']}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            {before && <th scope="col">Before</th>}
            {after && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column.name}>
              <th scope="row" className="mono">
                {column.name}
              </th>
              {before && (
                <td>
                  <Value column={column} value={column.before} />
                </td>
              )}
              {after && (
                <td>
                  <Value column={column} value={column.after} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ column, value }: { readonly column: Cell; readonly value: unknown }) {
  if (value === null || value === undefined) return <span className={classes['dim']}>nothing</span>;
  const kind = findLinkedKind(column.name);
  if (kind !== undefined && typeof value === 'number') return <Link to={recordPath(kind, value)}>{value}</Link>;
  if (typeof value === 'number' && /(^|_)at$/.test(column.name)) {
    return <time dateTime={new Date(value).toISOString()}>{moments.format(value)}</time>;
  }
  return <ForeignText text={typeof value === 'string' ? value : JSON.stringify(value)} />;
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
