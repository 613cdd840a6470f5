import type { TicketOutcome } from '../../src-shared/api/tickets.ts';
import { actorOf } from '../domain/actor.ts';
import { getAdministrator, wholeDesk } from './edit-desk.ts';
import type { RouteContext } from './route-context.ts';
import { optional } from './row-values.ts';
import { showField } from './show-ticket.ts';

/** What can be done to a ticket now by whoever works at the page. */
export function showOutcomes(
  context: RouteContext,
  id: number,
): { step?: { id: number; name: string }; outcomes: TicketOutcome[] } {
  const { lookups, tickets } = context.core.desk;
  const ticket = tickets.get(wholeDesk, id);
  const step = tickets.findStep(ticket);
  const statuses = new Map(lookups.listStatuses().map((status) => [status.id, status]));
  const nameIn = (list: readonly { id: number; name: string }[], wanted: number | null, now: number | null) =>
    wanted === now ? undefined : (list.find((each) => each.id === wanted)?.name ?? 'nobody');
  const outcomes = tickets.listOutcomes(wholeDesk, ticket, actorOf(getAdministrator(context)));
  return {
    ...optional('step', step && { id: step.id, name: step.name }),
    outcomes: outcomes.map(({ newStatusId, toStepId, toStepName, assignment = ticket, ...outcome }) => ({
      ...{ id: outcome.id, name: outcome.label, note: outcome.note },
      quick: outcome.quick === 1,
      private: outcome.private === 1,
      noteRequired: outcome.noteRequired === 1,
      ...optional('newStatus', newStatusId === ticket.statusId ? undefined : statuses.get(newStatusId ?? 0)?.name),
      closes: ticket.statusKind === 'open' && statuses.get(newStatusId ?? 0)?.kind === 'closed',
      ...optional(
        'newPriority',
        nameIn(lookups.listPriorities(), outcome.priorityId ?? ticket.priorityId, ticket.priorityId),
      ),
      ...optional('newTeam', nameIn(lookups.listTeams(), assignment.teamId, ticket.teamId)),
      ...optional('newAgent', nameIn(lookups.listAgents(), assignment.agentId, ticket.agentId)),
      minutes: outcome.seconds / 60,
      ...optional('toStep', toStepId === null ? undefined : { id: toStepId, name: toStepName ?? '' }),
      fields: outcome.fields.map(({ outcomeId: _, ...field }) => showField(field)),
    })),
  };
}
