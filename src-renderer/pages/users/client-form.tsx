import type { ClientRecord } from '../../../src-shared/api/clients.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface ClientValues {
  readonly name: string;
  readonly notes: string;
  readonly inactive: boolean;
}

export const clientForm: DeskForm<ClientValues, ClientRecord> = {
  kind: 'client',
  labels: { name: 'Name', notes: 'Notes', inactive: 'Inactive' },
  checks: { name: checkLine(200, 'A client needs a name.') },
  valuesOf: ({ name, notes, inactive }) => ({ name, notes, inactive }),
  Fields: ClientFields,
  update: (input) => client.clients.update(input),
};

const empty: ClientValues = { name: '', notes: '', inactive: false };

export function NewClient({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={clientForm}
      empty={empty}
      create={(values) => client.clients.create(values)}
      onClose={onClose}
    />
  );
}

function ClientFields({ form }: DeskFieldsProps<ClientValues, ClientRecord>) {
  return (
    <>
      <TextField form={form} name="name" required wide autoFocus />
      <TextField form={form} name="notes" long />
      <FlagField form={form} name="inactive" description="Kept for its history, and offered for nothing new." />
    </>
  );
}
