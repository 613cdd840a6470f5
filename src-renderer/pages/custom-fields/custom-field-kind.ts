import type { CustomFieldRecord } from '../../../src-shared/api/custom-fields.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { CustomFieldDetails } from './custom-field-details.tsx';
import { customFieldForm, type CustomFieldValues } from './custom-field-form.tsx';

export const customFieldKind: DeskKind<CustomFieldRecord, CustomFieldValues> = {
  kind: 'field',
  one: 'Custom field',
  many: 'Custom fields',
  list: 'Custom fields',
  path: '/custom-fields',
  query: (id) => api.customFields.get.queryOptions({ input: { id } }),
  titleOf: ({ label }) => label,
  Details: CustomFieldDetails,
  form: customFieldForm,
};
