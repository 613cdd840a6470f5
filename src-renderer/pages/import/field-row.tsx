import { Autocomplete, Select } from '@mantine/core';
import type { ImportField, ImportInspection } from '../../../src-shared/api/imports.ts';
import type { FieldPlan } from '../../../src-shared/domain/import-plan.ts';
import { changeField } from './change-field.ts';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly field: ImportField;
  readonly inspection: ImportInspection;
  readonly form: PlanForm;
}

/** More are found by typing. */
const mostShown = 100;

export function FieldRow({ field, inspection, form }: Props) {
  const { name, label, help, read, required, choices } = field;
  const { columns } = form.plan;
  const filling = columns[name];
  const change = (what: Parameters<typeof changeField>[2]): void =>
    form.set({ columns: changeField(columns, name, what) });
  const lacks = required && filling === undefined;
  return (
    <tr>
      <th scope="row">
        <span className="foreign">{label}</span>
        {required && (
          <span className={classes['required']} title="Required">
            {' '}
            *
          </span>
        )}
        {help !== '' && <div className={classes['help']}>{help}</div>}
      </th>
      <td>
        <Select
          aria-label={`Column of the file for ${label}`}
          placeholder="None"
          searchable
          limit={mostShown}
          clearable
          clearButtonProps={{ 'aria-label': `No column for ${label}` }}
          nothingFoundMessage="No column fits"
          error={lacks && 'A column is needed.'}
          data={columnNames(inspection, filling)}
          value={filling?.column ?? null}
          renderOption={({ option }) => <ColumnOption name={option.value} inspection={inspection} />}
          // What was said about the texts of another column does not hold for this one.
          onChange={(column) =>
            change({ column: column ?? undefined, values: undefined, dateFormat: undefined, via: undefined })
          }
        />
        {describeReading(filling).map((sentence) => (
          <div key={sentence} className={classes['help']}>
            {sentence}
          </div>
        ))}
      </td>
      <td>
        {read !== 'entries' && (
          <Autocomplete
            size="xs"
            aria-label={`${label} where the file has none`}
            placeholder="Nothing"
            maxLength={10_000}
            data={choices}
            value={filling?.constant ?? ''}
            onChange={(constant) => change({ constant: constant === '' ? undefined : constant })}
          />
        )}
      </td>
      <td>
        <Samples column={filling?.column} inspection={inspection} />
      </td>
    </tr>
  );
}

/** A loaded mapping may name columns that this file has not, or keys within its objects. */
function columnNames({ columns }: ImportInspection, filling: FieldPlan | undefined): string[] {
  return [...new Set([...columns.map(({ name }) => name), ...(filling?.column === undefined ? [] : [filling.column])])];
}

function ColumnOption({ name, inspection }: { readonly name: string; readonly inspection: ImportInspection }) {
  const sample = inspection.columns.find((column) => column.name === name)?.samples[0] ?? '';
  return (
    <span className={classes['option']}>
      <span className="one-line">{name}</span>
      <span className={`one-line ${classes['help']}`}>{sample.slice(0, 80)}</span>
    </span>
  );
}

function Samples({
  column,
  inspection,
}: {
  readonly column: string | undefined;
  readonly inspection: ImportInspection;
}) {
  if (column === undefined) return null;
  const found = inspection.columns.find(({ name }) => name === column);
  if (found === undefined) {
    const isKey = inspection.columns.some(({ name }) => column.startsWith(`${name}.`));
    return (
      <span className={classes['help']}>{isKey ? 'A key within an object' : 'This file has no such column.'}</span>
    );
  }
  const { filled, samples } = found;
  const text = samples.join(' · ');
  return (
    <>
      <span className="one-line" title={text.slice(0, 1000)}>
        {text.slice(0, 200)}
      </span>
      {filled < 1 && <div className={classes['help']}>{describeShare(filled)}</div>}
    </>
  );
}

function describeShare(filled: number): string {
  if (filled <= 0) return 'Empty in all rows looked at';
  const percent = Math.min(99, Math.max(1, Math.round(filled * 100)));
  return `In ${percent} % of the rows looked at`;
}

/** What a guess or a mapping says beyond the column, which the page shows and does not change. */
function describeReading(filling: FieldPlan | undefined): string[] {
  const { atLeast, via } = filling ?? {};
  return [
    ...(atLeast === undefined ? [] : [`A number from ${atLeast} on is yes.`]),
    ...(via === undefined ? [] : [`Read as ${via.map(({ model, take }) => `${take} of ${model}`).join(', then ')}.`]),
  ];
}
