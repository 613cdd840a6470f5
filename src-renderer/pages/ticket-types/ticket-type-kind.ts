import type { TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { TicketTypeDetails } from './ticket-type-details.tsx';
import { ticketTypeForm } from './ticket-type-form.tsx';
import type { TicketTypeValues } from './ticket-type-values.ts';

export const ticketTypeKind: DeskKind<TicketTypeRecord, TicketTypeValues> = {
  kind: 'ticket_type',
  one: 'Ticket type',
  many: 'Ticket types',
  list: 'Ticket types',
  path: '/ticket-types',
  query: (id) => api.ticketTypes.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: TicketTypeDetails,
  form: ticketTypeForm,
};
