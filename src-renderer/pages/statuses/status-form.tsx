import { Select } from '@mantine/core';
import type { StatusRecord } from '../../../src-shared/api/statuses.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { toWordChoices } from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { statusKindLabels } from './status-labels.ts';

export interface StatusValues {
  readonly name: string;
  readonly kind: 'open' | 'closed';
  readonly holdsSla: boolean;
}

export const statusForm: DeskForm<StatusValues, StatusRecord> = {
  kind: 'status',
  labels: { name: 'Name', kind: 'Tickets are', holdsSla: 'Holds the SLA clock' },
  checks: { name: checkLine(100, 'A status needs a name.') },
  valuesOf: ({ name, kind, holdsSla }) => ({ name, kind, holdsSla }),
  Fields: StatusFields,
  update: (input) => client.statuses.update(input),
};

const empty: StatusValues = { name: '', kind: 'open', holdsSla: false };

export function NewStatus({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={statusForm}
      empty={empty}
      create={(values) => client.statuses.create(values)}
      onClose={onClose}
    />
  );
}

function StatusFields({ form, record }: DeskFieldsProps<StatusValues, StatusRecord>) {
  const { values, labels, draft } = form;
  const isUsed = record !== undefined && record.tickets > 0;
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <Select
        label={labels.kind}
        description={
          isUsed
            ? 'Stays as it is while tickets have the status.'
            : 'A closed status ends a ticket until it is reopened.'
        }
        allowDeselect={false}
        {...(isUsed && { readOnly: true, variant: 'filled' })}
        data={toWordChoices(statusKindLabels)}
        value={values.kind}
        onChange={(kind) => {
          if (kind === 'open') draft.set({ kind });
          // Closing stops the clock anyway.
          if (kind === 'closed') draft.set({ kind, holdsSla: false });
        }}
      />
      {values.kind === 'open' && (
        <FlagField
          form={form}
          name="holdsSla"
          description="Due dates stand still while a ticket has it, and move on by that working time when it leaves. A change counts for tickets that come to the status from then on."
        />
      )}
    </>
  );
}
