import type { TemplateRecord } from '../../../src-shared/api/templates.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { TemplateDetails } from './template-details.tsx';
import { templateForm, type TemplateValues } from './template-form.tsx';

export const templateKind: DeskKind<TemplateRecord, TemplateValues> = {
  kind: 'template',
  one: 'Template',
  many: 'Templates',
  list: 'Templates',
  path: '/templates',
  query: (id) => api.templates.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: TemplateDetails,
  form: templateForm,
};
