import type { ClientRecord } from '../../../src-shared/api/clients.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { ClientDetails } from './client-details.tsx';
import { clientForm, type ClientValues } from './client-form.tsx';

export const clientKind: DeskKind<ClientRecord, ClientValues> = {
  kind: 'client',
  one: 'Client',
  many: 'Clients',
  list: 'Clients',
  path: '/clients',
  query: (id) => api.clients.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: ClientDetails,
  form: clientForm,
};
