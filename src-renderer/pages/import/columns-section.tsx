import type { ImportField, ImportInspection } from '../../../src-shared/api/imports.ts';
import { customPrefix } from '../../../src-shared/domain/import-plan.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { FieldTable } from './field-table.tsx';
import { OnlyRows } from './only-rows.tsx';
import { UnusedColumns } from './unused-columns.tsx';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly inspection: ImportInspection;
  readonly fields: readonly ImportField[];
  readonly form: PlanForm;
}

const fewest = 4;

/** Which column fills which field. Those that were guessed come first, and stay there when they are emptied. */
export function ColumnsSection({ inspection, fields, form }: Props) {
  const { columns } = form.plan;
  const all = [...fields, ...customFields(Object.keys(columns))];
  // With little to go by, a person looks through all fields anyway.
  const isGuessed = Object.keys(inspection.plan.columns).length >= fewest;
  const isFirst = ({ name, required }: ImportField): boolean =>
    !isGuessed || required || name in inspection.plan.columns || name.startsWith(customPrefix);
  const others = all.filter((field) => !isFirst(field));
  const filled = others.filter(({ name }) => name in columns).length;
  return (
    <FormSection
      id="columns"
      title="Columns"
      about="Where each field comes from. What stands in the last column are texts of the file."
    >
      <FieldTable label="Fields" fields={all.filter(isFirst)} inspection={inspection} form={form} />
      {others.length > 0 && (
        <details className={classes['more']} open={filled > 0 || undefined}>
          <summary>
            {others.length} more {others.length === 1 ? 'field' : 'fields'} can be filled
            {filled > 0 && `, ${filled} of them ${filled === 1 ? 'is' : 'are'}`}
          </summary>
          <FieldTable label="More fields" fields={others} inspection={inspection} form={form} />
        </details>
      )}
      <UnusedColumns inspection={inspection} form={form} />
      <OnlyRows inspection={inspection} form={form} />
    </FormSection>
  );
}

function customFields(names: readonly string[]): readonly ImportField[] {
  return names
    .filter((name) => name.startsWith(customPrefix))
    .map((name) => ({
      name,
      label: name.slice(customPrefix.length),
      help: 'A custom field, made when it is not there yet.',
      read: 'text',
      choices: [],
      required: false,
    }));
}
