import type { CustomFieldRecord } from '../../../src-shared/api/custom-fields.ts';
import type { FieldKind } from '../../../src-shared/domain/ticket-setup.ts';
import { Select } from '@mantine/core';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { toWordChoices } from '../../components/form/fields/choice-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { fieldKindLabels } from './field-kind-labels.ts';
import { checkChoices, nameOfLabel, readChoices } from './read-choices.ts';

export interface CustomFieldValues {
  readonly label: string;
  readonly name: string;
  readonly kind: FieldKind;
  /** One a line. */
  readonly choices: string;
}

export const customFieldForm: DeskForm<CustomFieldValues, CustomFieldRecord> = {
  kind: 'field',
  labels: { label: 'Label', name: 'Name', kind: 'Kind', choices: 'Choices' },
  checks: {
    label: checkLine(200, 'A field needs a label.'),
    name: checkLine(100),
    choices: checkChoices,
  },
  valuesOf: ({ label, name, kind, choices }) => ({ label, name, kind, choices: choices.join('\n') }),
  Fields: CustomFieldFields,
  update: ({ changes: { choices, ...changes }, ...input }) =>
    client.customFields.update({
      ...input,
      changes: { ...changes, ...(choices !== undefined && { choices: readChoices(choices) }) },
    }),
};

const empty: CustomFieldValues = { label: '', name: '', kind: 'text', choices: '' };

export function NewCustomField({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={customFieldForm}
      empty={empty}
      create={({ name, choices, ...values }) =>
        client.customFields.create({
          ...values,
          name: name.trim() === '' ? nameOfLabel(values.label) || values.label : name,
          choices: readChoices(choices),
        })
      }
      onClose={onClose}
    />
  );
}

function CustomFieldFields({ form, record }: DeskFieldsProps<CustomFieldValues, CustomFieldRecord>) {
  const { values, labels, draft } = form;
  const made = nameOfLabel(values.label);
  const isNew = record === undefined;
  return (
    <>
      <TextField form={form} name="label" required autoFocus description="What people read on a ticket." />
      <TextField
        form={form}
        name="name"
        {...(!isNew && { required: true as const })}
        description={
          isNew && values.name.trim() === '' && made !== ''
            ? `What tools call it: ${made}, unless you write another.`
            : 'What tools call it. Clients that use the old name stop finding it.'
        }
      />
      <Select
        label={labels.kind}
        allowDeselect={false}
        {...(record?.filled === true && { readOnly: true, variant: 'filled' })}
        description={
          record?.filled === true ? 'Stays as it is: tickets have a value in the field.' : 'What can be filled in.'
        }
        data={toWordChoices(fieldKindLabels)}
        value={values.kind}
        onChange={(kind) => {
          if (kind !== null) draft.set({ kind, ...(kind !== 'choice' && { choices: '' }) });
        }}
      />
      {values.kind === 'choice' && (
        <TextField
          form={form}
          name="choices"
          long
          required
          description="One a line, in the order in which they are offered. Tickets keep a choice that you take away."
        />
      )}
    </>
  );
}
