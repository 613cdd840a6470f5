import { Link } from 'react-router';
import { recordPath } from '../record/record-path.ts';
import { describeFieldName, findRecordNumber, listColumns, type Fields } from './describe-result.ts';
import { ResultValue } from './result-value.tsx';
import classes from './result.module.css';

interface Props {
  readonly label: string;
  readonly rows: readonly Fields[];
  /** What the rows' ids are numbers of. */
  readonly kind: Parameters<typeof recordPath>[0] | undefined;
}

export function ResultTable({ label, rows, kind }: Props) {
  const columns = listColumns(rows);
  if (rows.length === 0 || columns.length === 0) return null;
  return (
    <div className={classes['table-box']} tabIndex={0} role="group" aria-label={`Table of ${label}`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" title={name}>
                {describeFieldName(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((name) => (
                <td key={name}>
                  <div className={classes['cell']}>
                    <Cell row={row} name={name} kind={kind} />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, name, kind }: { readonly row: Fields; readonly name: string; readonly kind: Props['kind'] }) {
  const number = name === 'id' && kind !== undefined ? findRecordNumber(row) : undefined;
  if (number === undefined || kind === undefined) return <ResultValue value={row[name]} />;
  return (
    <Link className="mono" to={recordPath(kind, number)}>
      {number}
    </Link>
  );
}
