import { Link } from 'react-router';
import type { RowChange } from '../../../src-shared/api/call-view.ts';
import { describeMoment } from '../describe-moment.ts';
import { ForeignText } from '../foreign-text.tsx';
import { recordPath } from '../record/record-path.ts';
import { findLinkedKind } from './linked-record.tsx';
import classes from './calls.module.css';

interface Props {
  readonly row: RowChange;
  /** Whether there is such a row to link to. */
  readonly isThere: (table: string, id: number) => boolean;
}

/** Column by column, what a row held before and holds since. An added row shows what it was given. */
export function ChangedColumns({ row: { operation, columns }, isThere }: Props) {
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
                  <Value column={column.name} value={column.before} called={column.beforeName} isThere={isThere} />
                </td>
              )}
              {after && (
                <td>
                  <Value column={column.name} value={column.after} called={column.afterName} isThere={isThere} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueProps extends Pick<Props, 'isThere'> {
  readonly column: string;
  readonly value: unknown;
  /** The name of what an id points at. */
  readonly called: string | undefined;
}

function Value({ column, value, called, isThere }: ValueProps) {
  if (value === null || value === undefined) return <span className={classes['dim']}>nothing</span>;
  const kind = findLinkedKind(column);
  if (kind !== undefined && typeof value === 'number' && isThere(`desk_${kind}`, value)) {
    return (
      <Link to={recordPath(kind, value)} className="foreign">
        {called ?? value}
      </Link>
    );
  }
  if (called !== undefined) return <span className="foreign">{called}</span>;
  if (typeof value === 'number' && /(^|_)at$/.test(column)) return describeMoment(new Date(value).toISOString());
  return <ForeignText text={typeof value === 'string' ? value : JSON.stringify(value)} />;
}
