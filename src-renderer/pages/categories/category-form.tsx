import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { TextField } from '../../components/form/fields/text-field.tsx';

export interface CategoryValues {
  readonly name: string;
}

export const categoryForm: DeskForm<CategoryValues, NamedRecord> = {
  kind: 'category',
  labels: { name: 'Name' },
  checks: { name: checkLine(100, 'A category needs a name.') },
  valuesOf: ({ name }) => ({ name }),
  Fields: CategoryFields,
  update: (input) => client.categories.update(input),
};

const empty: CategoryValues = { name: '' };

export function NewCategory({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={categoryForm}
      empty={empty}
      create={(values) => client.categories.create(values)}
      onClose={onClose}
    />
  );
}

function CategoryFields({ form }: DeskFieldsProps<CategoryValues, NamedRecord>) {
  return (
    <TextField
      form={form}
      name="name"
      required
      wide
      autoFocus
      description="Part names may be divided as in “Hardware > Laptop”: tickets show the whole name."
    />
  );
}
