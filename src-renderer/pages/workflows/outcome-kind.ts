import type { OutcomeRecord } from '../../../src-shared/api/outcomes.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { OutcomeDetails } from './outcome-details.tsx';
import { outcomeForm } from './outcome-form.tsx';
import type { OutcomeValues } from './outcome-values.ts';

export const outcomeKind: DeskKind<OutcomeRecord, OutcomeValues> = {
  kind: 'outcome',
  one: 'Action',
  many: 'Actions',
  list: 'Actions',
  path: '/actions',
  query: (id) => api.outcomes.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: OutcomeDetails,
  form: outcomeForm,
};
