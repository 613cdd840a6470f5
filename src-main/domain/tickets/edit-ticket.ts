import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type { TicketFieldRepository } from '../../db/repositories/ticket-field-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import type { Viewer } from '../viewer.ts';
import type { TicketSteps } from '../workflows/ticket-steps.ts';
import type { Occasion } from './act-on-ticket.ts';
import type { AssignTo } from './assign-ticket.ts';
import { checkFieldValue } from './check-field-value.ts';
import { ticketFields } from './ticket-fields.ts';

export interface TicketEdit {
  readonly summary?: string | undefined;
  readonly details?: string | undefined;
  readonly typeId?: number | undefined;
  readonly priorityId?: number | undefined;
  readonly categoryId?: number | null | undefined;
  readonly userId?: number | undefined;
  readonly teamId?: number | null | undefined;
  readonly agentId?: number | null | undefined;
  /** An empty value clears a field. */
  readonly fields?: readonly { readonly id: number; readonly value: string }[] | undefined;
}

interface Sources {
  readonly get: (viewer: Viewer, id: number) => TicketRow;
  readonly records: RecordEditing;
  readonly tickets: TicketRepository;
  readonly fields: TicketFieldRepository;
  readonly workflows: WorkflowRepository;
  readonly steps: TicketSteps;
  readonly renewPromises: (ticket: TicketRow) => void;
  readonly findUser: (viewer: Viewer, id: number) => { siteId: number; name: string } | undefined;
  readonly assign: AssignTo;
}

/** Corrections of what a ticket says. They are told by the change ledger; only who works on it is history as well. */
export function createEditTicket(sources: Sources) {
  const { get, records, fields, tickets, workflows, steps, renewPromises, findUser, assign } = sources;

  /** To the new workflow's start, or off any; a closed ticket to its end. It stays where the workflow is the same. */
  const moveOver = (before: TicketRow, ticket: TicketRow, at: number): void => {
    if (ticket.workflowId === before.workflowId) return;
    const from = steps.find(before);
    const to = steps.find({ ...ticket, stepId: null });
    tickets.update(ticket.id, { stepId: to?.id ?? null, lastActionAt: ticket.lastActionAt });
    const move = { fromStepId: from?.id ?? null, toStepId: to?.id ?? null };
    workflows.insertMove({ ticketId: ticket.id, actionId: null, ...move, at });
  };

  const writeFields = (ticket: TicketRow, wanted: NonNullable<TicketEdit['fields']>, revision: number): void => {
    records.checkChildrenUnchanged({ ...ticketFields, label: 'The fields of this ticket' }, ticket.id, revision);
    const known = new Map(fields.list(ticket.id, ticket.typeId).map((field) => [field.id, field]));
    const values = new Map([...known.values()].filter(({ value }) => value !== '').map(({ id, value }) => [id, value]));
    for (const { id, value } of wanted) {
      const field = known.get(id);
      if (field === undefined) {
        throw new AppError('invalid_arguments', `Tickets of the type ${ticket.typeName} have no field ${id}.`);
      }
      // What is kept may be a choice that is no longer offered.
      if (value === '' || value !== field.value) checkFieldValue(field, value);
      if (value === '') values.delete(id);
      else values.set(id, value);
    }
    records.replaceValues(ticketFields, ticket.id, values);
  };

  return (viewer: Viewer, id: number, revision: number, edit: TicketEdit, occasion: Occasion): void => {
    const before = get(viewer, id);
    const { agentId, teamId, fields: values, userId, ...plain } = edit;
    const user = userId === undefined || userId === before.userId ? undefined : findUser(viewer, userId);
    if (userId !== undefined && userId !== before.userId && user === undefined) {
      throw new AppError('not_found', `There is no user ${userId}. Search for the user to find the id.`);
    }
    const place = user === undefined ? {} : { userId, siteId: user.siteId };
    const changed = records.update('ticket', id, revision, { ...plain, ...place });
    if (changed.has('type_id')) moveOver(before, get(viewer, id), occasion.at);
    if (changed.has('priority_id') || changed.has('type_id')) renewPromises(get(viewer, id));
    if (values !== undefined) writeFields(get(viewer, id), values, revision);

    const isNew = {
      agent_id: agentId !== undefined && agentId !== before.agentId,
      team_id: teamId !== undefined && teamId !== before.teamId,
    };
    if (!isNew.agent_id && !isNew.team_id) return;
    const columns = (['agent_id', 'team_id'] as const).filter((column) => isNew[column]);
    records.checkUnchanged('ticket', id, revision, columns);
    assign(viewer, id, { agentId: agentId === undefined ? before.agentId : agentId, teamId }, occasion);
  };
}
