import { ForeignText } from '../foreign-text.tsx';
import { describeResult, findRowKind, type Fields } from './describe-result.ts';
import { RecordResult } from './record-result.tsx';
import { ResultTable } from './result-table.tsx';
import { ResultValue } from './result-value.tsx';
import { TicketResult } from './ticket-result.tsx';
import classes from './result.module.css';

export function ReadableResult({ value }: { readonly value: unknown }) {
  const result = describeResult(value);
  switch (result.shape) {
    case 'page':
      return (
        <>
          <p className={classes['envelope']}>{describePage(result.envelope, result.rows.length)}</p>
          <ResultTable label={result.name} rows={result.rows} kind={findRowKind(result.name)} />
        </>
      );
    case 'table':
      return <ResultTable label="Rows" rows={result.rows} kind={undefined} />;
    case 'ticket':
      return <TicketResult ticket={result.record} />;
    case 'record':
      return <RecordResult record={result.record} title={result.title} />;
    case 'list':
      return result.items.length === 0 ? (
        <p className={classes['envelope']}>An empty list.</p>
      ) : (
        <ul className={classes['items']}>
          {result.items.map((item, index) => (
            <li key={index}>
              <ResultValue value={item} />
            </li>
          ))}
        </ul>
      );
    case 'value':
      return typeof result.value === 'string' ? (
        <ForeignText text={result.value} />
      ) : (
        <div>
          <ResultValue value={result.value} />
        </div>
      );
  }
}

function describePage(envelope: Fields, rows: number): string {
  const { record_count: count, record_count_is_exact: exact, page_number: page, pages } = envelope;
  if (typeof count !== 'number') return rows === 1 ? '1 row' : `${rows} rows`;
  if (count === 0) return 'Nothing was found.';
  const found = `${exact === false ? 'At least ' : ''}${count.toLocaleString('en-GB')} found`;
  return typeof page === 'number' && typeof pages === 'number' ? `${found}, page ${page} of ${pages}` : found;
}
