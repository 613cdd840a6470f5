import type { ImportPreview } from '../../../src-shared/api/imports.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { DateReading } from './date-reading.tsx';
import { ReadingNote } from './reading-note.tsx';
import classes from './import.module.css';

interface Props {
  /** Undefined until something is filled and the answer is there. */
  readonly preview: ImportPreview | undefined;
  readonly error: unknown;
  /** What is shown is older than the plan. */
  readonly isWaiting: boolean;
}

/** The first rows as they would become, so that a wrong column or encoding is seen. */
export function RowsSection({ preview, error, isWaiting }: Props) {
  return (
    <FormSection
      id="rows"
      title="First rows"
      about="As they would stand on the desk. Nothing has been imported yet."
      actions={isWaiting && <ReadingNote />}
    >
      {error !== null && <ErrorState error={error} what="The first rows could not be read this way" />}
      {error === null && preview === undefined && !isWaiting && (
        <p className={classes['none']}>Choose a column for a field above, and the first rows show here.</p>
      )}
      {error === null && preview?.first !== undefined && (
        <p className={classes['note']}>
          <StateBadge state="warn">This file comes too early.</StateBadge> {preview.first}
        </p>
      )}
      {error === null && preview !== undefined && <RowTable rows={preview.rows} />}
    </FormSection>
  );
}

type Value = ImportPreview['rows'][number]['values'][number];

function RowValue({ value: { text, at } }: { readonly value: Value }) {
  if (at === undefined) {
    return (
      <div className={`${classes['cell']} foreign`} dir="auto" title={text}>
        {text.slice(0, 300)}
      </div>
    );
  }
  return (
    <div className={classes['cell']}>
      <DateReading at={at} />
      <div className={`${classes['help']} mono foreign`}>{text}</div>
    </div>
  );
}

function RowTable({ rows }: Pick<ImportPreview, 'rows'>) {
  const labels = new Map(rows.flatMap(({ values }) => values.map(({ field, label }) => [field, label] as const)));
  const hasProblems = rows.some(({ problems }) => problems.length > 0);
  if (rows.length === 0) return <p className={classes['none']}>The file has no rows that are wanted.</p>;
  return (
    <div className={`${classes['table-box']} ${classes['row-box']}`} tabIndex={0} role="group" aria-label="First rows">
      <table className={`${classes['table']} ${classes['row-table']}`}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {hasProblems && <th scope="col">Problem</th>}
            {[...labels].map(([field, label]) => (
              <th key={field} scope="col" className="foreign">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, values, problems }) => (
            <tr key={row}>
              <th scope="row" className="mono">
                {row}
              </th>
              {hasProblems && (
                <td>
                  <div className={`${classes['cell']} ${classes['problem']} foreign`}>{problems.join(' ')}</div>
                </td>
              )}
              {[...labels.keys()].map((field) => {
                const value = values.find((each) => each.field === field);
                return <td key={field}>{value !== undefined && <RowValue value={value} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
