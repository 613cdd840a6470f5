import type { TicketSource } from './ticket-words.ts';
import type { ActionRepository } from '../../db/repositories/action-repository.ts';
import type { TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type { TicketTypeRow } from '../../db/repositories/ticket-type-repository.ts';
import type { WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import { dueDates } from '../sla/sla-clock.ts';
import type { TicketSteps } from '../workflows/ticket-steps.ts';
import type { Occasion } from './act-on-ticket.ts';
import type { TicketRules } from './ticket-rules.ts';

export interface TicketToLog extends Occasion {
  readonly type: TicketTypeRow;
  /** Whose ticket it is; it belongs to the user's site. */
  readonly user: { readonly id: number; readonly siteId: number };
  readonly summary: string;
  readonly details: string;
  readonly source: TicketSource;
  /** The type's own when left out. */
  readonly priorityId?: number | undefined;
}

interface Sources {
  readonly tickets: TicketRepository;
  readonly actions: ActionRepository;
  readonly rules: TicketRules;
  readonly workflows: WorkflowRepository;
  readonly steps: TicketSteps;
}

export function createLogTicket({ tickets, actions, rules, workflows, steps }: Sources) {
  /** Logs a ticket as its type says and returns its id. */
  return ({
    type,
    user,
    summary,
    details,
    source,
    priorityId = type.defaultPriorityId,
    by,
    at,
  }: TicketToLog): number => {
    const target = rules.findTarget(type.slaId, priorityId);
    const status = rules.getStatus(type.initialStatusId);
    const step = steps.find({ stepId: null, workflowId: type.workflowId, statusKind: status.kind });
    const ticketId = tickets.insert({
      typeId: type.id,
      statusId: status.id,
      priorityId,
      siteId: user.siteId,
      userId: user.id,
      teamId: type.defaultTeamId,
      agentId: null,
      summary,
      details,
      source,
      openedAt: at,
      ...dueDates(rules.getCalendar(type.slaId), target, at),
      heldSinceAt: status.holdsSla === 1 ? at : null,
      stepId: step?.id ?? null,
    });
    const logged = actions.insert({
      ticketId,
      kind: 'logged',
      outcome: 'Logged',
      agentId: by.agentId,
      userId: by.userId,
      actor: by.name,
      private: false,
      note: details,
      seconds: 0,
      statusBeforeId: null,
      statusAfterId: status.id,
      at,
      outcomeId: null,
    });
    if (step !== undefined) {
      workflows.insertMove({ ticketId, actionId: logged.id, fromStepId: null, toStepId: step.id, at });
    }
    return ticketId;
  };
}
