import type { ServiceRecord } from '../../../src-shared/api/services.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { ServiceDetails } from './service-details.tsx';
import { serviceForm, type ServiceValues } from './service-form.tsx';

export const serviceKind: DeskKind<ServiceRecord, ServiceValues> = {
  kind: 'service',
  one: 'Service',
  many: 'Services',
  list: 'Service catalogue',
  path: '/services',
  query: (id) => api.services.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: ServiceDetails,
  form: serviceForm,
};
