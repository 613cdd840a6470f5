import type { StatusRecord } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { StatusDetails } from './status-details.tsx';
import { statusForm, type StatusValues } from './status-form.tsx';

export const statusKind: DeskKind<StatusRecord, StatusValues> = {
  kind: 'status',
  one: 'Status',
  many: 'Statuses',
  list: 'Statuses',
  path: '/statuses',
  query: (id) => api.statuses.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: StatusDetails,
  form: statusForm,
};
