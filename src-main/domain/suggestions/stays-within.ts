import type { SuggestionRow } from '../../db/repositories/suggestion-repository.ts';
import type { Tickets } from '../tickets/tickets.ts';
import { keepsWithin, type Viewer } from '../viewer.ts';
import type { TicketFacts } from './evaluate-rules.ts';

/** Whether a ticket that is given what is suggested stays within the viewer's limits. */
export function createStaysWithin({ teamWith }: Pick<Tickets, 'teamWith'>) {
  return (
    { limits }: Viewer,
    ticket: TicketFacts,
    { proposes, value }: Pick<SuggestionRow, 'proposes' | 'value'>,
  ): boolean => {
    if (limits === undefined || typeof value === 'string') return true;
    const { type: typeId, team: teamId } = ticket;
    switch (proposes) {
      case 'type':
        return keepsWithin(limits, { typeId: value, teamId });
      case 'team':
        return keepsWithin(limits, { typeId, teamId: value });
      case 'agent':
        return keepsWithin(limits, { typeId, teamId: teamWith({ agentId: ticket.agent, teamId }, value) });
      default:
        return true;
    }
  };
}
