import type { ImportField, ImportPreview } from '../../../src-shared/api/imports.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { formatNumber } from '../../components/format-number.ts';
import { LookupValues } from './lookup-values.tsx';
import type { PlanForm } from './use-import-plan.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly fields: readonly ImportField[];
  readonly form: PlanForm;
}

/** What the texts of the file become where the desk has names of its own: statuses, priorities, people. */
export function ValuesSection({ preview, fields, form }: Props) {
  const { lookups, rowsRead } = preview;
  if (lookups.length === 0) return null;
  return (
    <FormSection
      id="values"
      title="Values"
      about={`What the texts of the file become on the desk, as found in the first ${formatNumber(rowsRead)} ${rowsRead === 1 ? 'row' : 'rows'}. Texts that come later are treated alike.`}
    >
      {lookups.map((lookup) => (
        <LookupValues
          key={lookup.field}
          lookup={lookup}
          field={fields.find(({ name }) => name === lookup.field)}
          form={form}
        />
      ))}
    </FormSection>
  );
}
