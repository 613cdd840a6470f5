import { Button } from '@mantine/core';
import type { ImportInspection } from '../../../src-shared/api/imports.ts';
import { formatNumber } from '../../components/format-number.ts';
import { changeField, customFieldOf, isUsed } from './change-field.ts';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly inspection: ImportInspection;
  readonly form: PlanForm;
}

const mostListed = 200;

/** The columns that nothing is made of. Tickets and assets can keep them as custom fields. */
export function UnusedColumns({ inspection, form }: Props) {
  const { kind, columns } = form.plan;
  const unused = inspection.columns.filter(({ name }) => !isUsed(columns, name));
  if (unused.length === 0) return null;
  const canKeep = kind === 'ticket' || kind === 'asset';
  return (
    <details className={classes['more']}>
      <summary>
        {unused.length} {unused.length === 1 ? 'column' : 'columns'} of the file left out
      </summary>
      <ul className={classes['unused']}>
        {unused.slice(0, mostListed).map(({ name, samples }) => (
          <li key={name}>
            <span className="one-line" title={name}>
              {name}
            </span>
            <span className={`one-line ${classes['dim']}`}>{samples.join(' · ').slice(0, 200)}</span>
            {canKeep && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Keep ${name} as a custom field`}
                onClick={() =>
                  form.set({ columns: changeField(columns, customFieldOf(name.slice(0, 100)), { column: name }) })
                }
              >
                Keep as a custom field
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unused.length > mostListed && (
        <p className={classes['none']}>
          And {formatNumber(unused.length - mostListed)} more, which the fields above find by name.
        </p>
      )}
    </details>
  );
}
