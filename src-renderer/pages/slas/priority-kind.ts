import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { PriorityDetails } from './priority-details.tsx';
import { priorityForm, type PriorityValues } from './priority-form.tsx';

export const priorityKind: DeskKind<NamedRecord, PriorityValues> = {
  kind: 'priority',
  one: 'Priority',
  many: 'Priorities',
  list: 'Priorities',
  path: '/priorities',
  query: (id) => api.priorities.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: PriorityDetails,
  form: priorityForm,
};
