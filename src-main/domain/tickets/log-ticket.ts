import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSource } from './ticket-words.ts';
import type { ActionRepository } from '../../db/repositories/action-repository.ts';
import type { TicketFieldRepository } from '../../db/repositories/ticket-field-repository.ts';
import type { TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type { TicketTypeRow } from '../../db/repositories/ticket-type-repository.ts';
import type { WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { dueDates } from '../sla/sla-clock.ts';
import type { TicketSteps } from '../workflows/ticket-steps.ts';
import type { Occasion } from './act-on-ticket.ts';
import { checkFieldValue } from './check-field-value.ts';
import { ticketFields } from './ticket-fields.ts';
import type { TicketRules } from './ticket-rules.ts';

export interface TicketToLog extends Occasion {
  readonly type: TicketTypeRow;
  /** Whose ticket it is; it belongs to the user's site. */
  readonly user: { readonly id: number; readonly siteId: number };
  readonly summary: string;
  readonly details: string;
  readonly source: TicketSource;
  /** The type's own when left out, here and below. */
  readonly priorityId?: number | undefined;
  readonly teamId?: number | undefined;
  readonly categoryId?: number | undefined;
  /** Values of the type's fields by their ids. With them, those that are required must be there. */
  readonly fields?: ReadonlyMap<number, string> | undefined;
}

interface Sources {
  readonly tickets: TicketRepository;
  readonly actions: ActionRepository;
  readonly rules: TicketRules;
  readonly workflows: WorkflowRepository;
  readonly steps: TicketSteps;
  readonly fields: TicketFieldRepository;
  readonly records: RecordEditing;
}

export function createLogTicket({ tickets, actions, rules, workflows, steps, ...sources }: Sources) {
  const writeFields = (ticketId: number, type: TicketTypeRow, values: ReadonlyMap<number, string>): void => {
    const known = sources.fields.list(ticketId, type.id);
    for (const field of known) checkFieldValue(field, values.get(field.id) ?? '');
    for (const id of values.keys()) {
      if (known.some((field) => field.id === id)) continue;
      throw new AppError('invalid_arguments', `Tickets of the type ${type.name} have no field ${id}.`);
    }
    const filled = new Map([...values].filter(([, value]) => value !== ''));
    sources.records.replaceValues(ticketFields, ticketId, filled);
  };

  /** Logs a ticket as its type says and returns its id. */
  return ({
    type,
    user,
    summary,
    details,
    source,
    priorityId = type.defaultPriorityId,
    teamId = type.defaultTeamId ?? undefined,
    categoryId,
    fields,
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
      teamId: teamId ?? null,
      categoryId: categoryId ?? null,
      agentId: null,
      summary,
      details,
      source,
      openedAt: at,
      ...dueDates(rules.getCalendar(type.slaId), target, at),
      heldSinceAt: status.holdsSla === 1 ? at : null,
      stepId: step?.id ?? null,
    });
    if (fields !== undefined) writeFields(ticketId, type, fields);
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
