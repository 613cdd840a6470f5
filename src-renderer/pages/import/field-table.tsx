import type { ImportField, ImportInspection } from '../../../src-shared/api/imports.ts';
import { FieldRow } from './field-row.tsx';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly label: string;
  readonly fields: readonly ImportField[];
  readonly inspection: ImportInspection;
  readonly form: PlanForm;
}

export function FieldTable({ label, fields, inspection, form }: Props) {
  return (
    <div className={classes['table-box']}>
      <table className={`${classes['table']} ${classes['field-table']}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Column of the file</th>
            <th scope="col">Where it is empty</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow key={field.name} field={field} inspection={inspection} form={form} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
