import { Select } from '@mantine/core';
import type { ImportPreview } from '../../../src-shared/api/imports.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { changeField } from './change-field.ts';
import { DateReading } from './date-reading.tsx';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

type DateField = ImportPreview['dates'][number];

interface Props {
  readonly dates: readonly DateField[];
  readonly form: PlanForm;
}

const formats: Readonly<Record<string, string>> = {
  iso: 'Year-month-day',
  dmy: 'Day/month/year',
  mdy: 'Month/day/year',
  excel: 'Days of Excel',
  'epoch-seconds': 'Seconds since 1970',
  'epoch-milliseconds': 'ms since 1970',
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export function DatesSection({ dates, form }: Props) {
  if (dates.length === 0) return null;
  return (
    <FormSection
      id="dates"
      title="Dates"
      about="How dates are written was guessed from the first rows. Look at the examples: they are shown in your time."
    >
      <div className={classes['table-box']}>
        <table className={`${classes['table']} ${classes['date-table']}`} aria-label="Dates">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Written as</th>
              <th scope="col">Time zone</th>
              <th scope="col">Examples</th>
            </tr>
          </thead>
          <tbody>
            {dates.map((date) => (
              <DateRow key={date.field} date={date} form={form} />
            ))}
          </tbody>
        </table>
      </div>
    </FormSection>
  );
}

function DateRow({ date, form }: { readonly date: DateField; readonly form: PlanForm }) {
  const { field, label, format, ambiguous, candidates, examples } = date;
  const { columns } = form.plan;
  const filling = columns[field];
  const change = (what: Parameters<typeof changeField>[2]): void =>
    form.set({ columns: changeField(columns, field, what) });
  return (
    <tr>
      <th scope="row" className="foreign">
        {label}
      </th>
      <td>
        <Select
          aria-label={`How ${label} is written`}
          allowDeselect={false}
          data={[...new Set([...candidates, format])].map((name) => ({ value: name, label: formats[name] ?? name }))}
          value={format}
          onChange={(dateFormat) => dateFormat !== null && change({ dateFormat })}
        />
        {ambiguous && (
          <div className={classes['note']}>
            <StateBadge state="warn">Day or month first?</StateBadge> The first rows fit both.
          </div>
        )}
      </td>
      <td>
        <Select
          aria-label={`Time zone of ${label}`}
          searchable
          allowDeselect={false}
          limit={60}
          data={zones}
          value={filling?.zone ?? 'UTC'}
          onChange={(zone) => change({ zone: zone === null || zone === 'UTC' ? undefined : zone })}
        />
      </td>
      <td>
        <ul className={classes['examples']}>
          {examples.slice(0, 3).map(({ text, at, problem }, index) => (
            <li key={index}>
              <span className="mono foreign">{text}</span>{' '}
              {problem === undefined ? (
                <span className={classes['dim']}>
                  <DateReading at={at ?? null} />
                </span>
              ) : (
                <span className={classes['problem']}>{problem}</span>
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
