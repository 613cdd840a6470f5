import { Link } from 'react-router';
import type { RowChange } from '../../../src-shared/api/call-view.ts';
import { formatNumber } from '../format-number.ts';
import { kindNames } from '../record/kind-names.ts';
import { type PagedKind, recordPath } from '../record/record-path.ts';
import { ChangedColumns } from './changed-columns.tsx';
import { LinkedRecord } from './linked-record.tsx';
import classes from './calls.module.css';

interface Props {
  readonly rows: readonly RowChange[];
  readonly total: number;
  /** They would be changed, and were not: what they would add is not there. */
  readonly preview?: true;
}

const done = { insert: 'Added', update: 'Changed', delete: 'Removed', bulk: 'Replaced' } as const;
const would = { insert: 'Would add', update: 'Would change', delete: 'Would remove', bulk: 'Would replace' } as const;

/** The rows of the desk that a call changed, or would change. */
export function ChangedRecords({ rows, total, preview }: Props) {
  const added = new Set(
    rows.filter(({ operation }) => preview && operation === 'insert').map(({ table, id }) => `${table} ${id}`),
  );
  const isThere = (table: string, id: number | undefined): boolean => !added.has(`${table} ${id}`);
  return (
    <>
      <ol className={classes['rows']}>
        {rows.map((row, index) => (
          <li key={index}>
            <h3>
              {(preview ? would : done)[row.operation]}{' '}
              <LinkedRecord table={row.table} id={row.id} isThere={isThere(row.table, row.id)} />
              <Owner of={row.of} isThere={isThere} />
            </h3>
            <ChangedColumns row={row} isThere={isThere} />
          </li>
        ))}
      </ol>
      {total > rows.length && (
        <p className={classes['dim']}>
          These are the first {formatNumber(rows.length)} of {formatNumber(total)} rows.
        </p>
      )}
    </>
  );
}

interface OwnerProps {
  readonly of: RowChange['of'];
  readonly isThere: (table: string, id: number) => boolean;
}

/** The record that a row without a page of its own belongs to. */
function Owner({ of, isThere }: OwnerProps) {
  if (of === undefined || of.kind === 'site') return null;
  const kind: PagedKind = of.kind;
  const name = kindNames[kind].toLowerCase();
  if (!isThere(`desk_${kind}`, of.id)) return ` of the new ${name}`;
  return (
    <>
      {' '}
      of <Link to={recordPath(kind, of.id)}>{`${name} ${of.id}`}</Link>
    </>
  );
}
