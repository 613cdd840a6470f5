import type { TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import { dueDates } from '../sla/sla-clock.ts';
import { addWorkingSeconds } from '../sla/working-time.ts';
import type { TicketRules } from './ticket-rules.ts';

/** The promises of another priority or type, counted from the ticket's opening and moved by what it was held. */
export function createRenewPromises(tickets: TicketRepository, rules: TicketRules) {
  return (ticket: TicketRow): void => {
    if (ticket.statusKind === 'closed') return;
    const calendar = rules.getCalendar(ticket.slaId);
    const due = dueDates(calendar, rules.findTarget(ticket.slaId, ticket.priorityId), ticket.openedAt);
    const moved = (at: number | null) => (at === null ? null : addWorkingSeconds(calendar, at, ticket.heldSeconds));
    tickets.update(ticket.id, {
      fixByAt: moved(due.fixByAt),
      ...(ticket.respondedAt === null ? { respondByAt: moved(due.respondByAt) } : {}),
      lastActionAt: ticket.lastActionAt,
    });
  };
}
