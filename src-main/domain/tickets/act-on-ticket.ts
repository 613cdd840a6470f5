import type { ActionRepository } from '../../db/repositories/action-repository.ts';
import type { TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type { NewAction, TicketChanges, TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { Actor } from '../actor.ts';
import { turnClock } from '../sla/sla-clock.ts';
import type { TicketSteps } from '../workflows/ticket-steps.ts';
import type { WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import type { TicketRules } from './ticket-rules.ts';

/** Who does something to a ticket, and when (epoch milliseconds). */
export interface Occasion {
  readonly by: Actor;
  readonly at: number;
}

export interface Act extends Pick<NewAction, 'kind' | 'outcome' | 'private' | 'note'> {
  readonly seconds?: number;
  readonly statusId?: number;
  readonly closureNote?: string;
  readonly outcomeId?: number;
  readonly priorityId?: number;
  /** The step that the outcome leads to, if any. */
  readonly toStepId?: number | null;
  readonly assignment?: { readonly agentId: number | null; readonly teamId: number | null };
}

export interface WrittenAction {
  readonly id: number;
  readonly number: number;
  readonly at: number;
}

export type ActOnTicket = (ticket: TicketRow, act: Act, occasion: Occasion) => WrittenAction;

/** The one way in which a ticket changes: an action in its history, and on the ticket what follows from it. */
export function createActOnTicket(
  tickets: TicketRepository,
  actions: ActionRepository,
  rules: TicketRules,
  workflows: WorkflowRepository,
  steps: TicketSteps,
): ActOnTicket {
  const statusChanges = (ticket: TicketRow, act: Act, at: number): Omit<TicketChanges, 'lastActionAt'> => {
    if (act.statusId === undefined || act.statusId === ticket.statusId) return {};
    const status = rules.getStatus(act.statusId);
    const closes = status.kind === 'closed';
    // The time from closing to reopening stands still like any hold.
    const before = ticket.closedAt === null ? ticket : { ...ticket, heldSinceAt: ticket.closedAt };
    const clock = turnClock(before, status.holdsSla === 1 && !closes, at, rules.getCalendar(ticket.slaId));
    return {
      statusId: status.id,
      respondByAt: clock.respondByAt,
      fixByAt: clock.fixByAt,
      heldSinceAt: clock.heldSinceAt,
      heldSeconds: clock.heldSeconds,
      closedAt: closes ? at : null,
      // Users read what a ticket was closed with.
      closureNote: closes && !act.private ? (act.closureNote ?? '') : '',
    };
  };

  /** Closing and reopening move a ticket even where no outcome says to which step. */
  const nextStep = (ticket: TicketRow, act: Act, statusId: number | undefined) => {
    const kind = statusId === undefined ? ticket.statusKind : rules.getStatus(statusId).kind;
    if (kind === ticket.statusKind && (act.toStepId ?? null) === null) return undefined;
    return steps.findNext(ticket, kind, act.toStepId);
  };

  return (ticket, act, { by, at }) => {
    const status = statusChanges(ticket, act, at);
    const next = nextStep(ticket, act, status.statusId);
    const written = actions.insert({
      ticketId: ticket.id,
      kind: act.kind,
      outcome: act.outcome,
      agentId: by.agentId,
      userId: by.userId,
      actor: by.name,
      private: act.private,
      note: act.note,
      seconds: act.seconds ?? 0,
      statusBeforeId: ticket.statusId,
      statusAfterId: status.statusId ?? ticket.statusId,
      at,
      outcomeId: act.outcomeId ?? null,
    });
    const from = next === undefined ? undefined : steps.find(ticket);
    if (next !== undefined && next.id !== from?.id) {
      const move = { fromStepId: from?.id ?? null, toStepId: next.id, at };
      workflows.insertMove({ ticketId: ticket.id, actionId: written.id, ...move });
    }
    tickets.update(ticket.id, {
      ...status,
      ...act.assignment,
      ...(act.priorityId === undefined ? {} : { priorityId: act.priorityId }),
      ...(next === undefined ? {} : { stepId: next.id }),
      // The first thing that an agent does in sight of the user is the response.
      ...(ticket.respondedAt === null && by.agentId !== null && !act.private ? { respondedAt: at } : {}),
      lastActionAt: at,
    });
    return { ...written, at };
  };
}
