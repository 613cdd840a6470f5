import type { SlaRecord } from '../../../src-shared/api/slas.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { SlaDetails } from './sla-details.tsx';
import { slaForm, type SlaValues } from './sla-form.tsx';

export const slaKind: DeskKind<SlaRecord, SlaValues> = {
  kind: 'sla',
  one: 'SLA',
  many: 'SLAs',
  list: 'SLAs',
  path: '/slas',
  query: (id) => api.slas.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: SlaDetails,
  form: slaForm,
};
