import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { Conversation } from './conversation.tsx';
import { MatchesTitle } from './matches/matches-title.tsx';
import { Matches } from './matches/matches.tsx';
import { TicketActions } from './ticket-actions.tsx';
import { ticketForm, type TicketValues } from './ticket-form.tsx';
import { TicketOutcomes } from './ticket-outcomes.tsx';
import { TicketSummary } from './ticket-summary.tsx';

export const ticketKind: DeskKind<TicketRecord, TicketValues> = {
  kind: 'ticket',
  one: 'Ticket',
  many: 'Tickets',
  list: 'Tickets',
  path: '/tickets',
  query: (id) => api.tickets.get.queryOptions({ input: { id } }),
  titleOf: ({ id, summary }) => `${id} ${summary}`,
  Head: TicketHead,
  Details: Conversation,
  details: { value: 'conversation', title: 'Conversation' },
  tabs: [{ value: 'matches', Title: MatchesTitle, Content: Matches }],
  form: ticketForm,
};

function TicketHead({ record }: { readonly record: TicketRecord }) {
  return (
    <>
      <TicketSummary ticket={record} />
      <TicketOutcomes key={record.id} ticket={record}>
        <TicketActions ticket={record} />
      </TicketOutcomes>
    </>
  );
}
