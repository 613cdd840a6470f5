import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface PriorityValues {
  readonly name: string;
}

export const priorityForm: DeskForm<PriorityValues, NamedRecord> = {
  kind: 'priority',
  labels: { name: 'Name' },
  checks: { name: checkLine(100, 'A priority needs a name.') },
  valuesOf: ({ name }) => ({ name }),
  Fields: PriorityFields,
  update: (input) => client.priorities.update(input),
};

const empty: PriorityValues = { name: '' };

export function NewPriority({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={priorityForm}
      empty={empty}
      create={(values) => client.priorities.create(values)}
      onClose={onClose}
    />
  );
}

function PriorityFields({ form, record }: DeskFieldsProps<PriorityValues, NamedRecord>) {
  const isNew = record === undefined;
  return (
    <TextField
      form={form}
      name="name"
      required
      wide
      autoFocus
      {...(isNew && { description: 'It comes last, and no SLA promises anything for it until you give it targets.' })}
    />
  );
}
