import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { TimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import type { ActOnTicket, Occasion, WrittenAction } from '../tickets/act-on-ticket.ts';
import type { ChooseAssignment } from '../tickets/choose-assignment.ts';
import type { TicketRules } from '../tickets/ticket-rules.ts';
import type { ActionKind } from '../tickets/ticket-words.ts';
import type { Viewer } from '../viewer.ts';
import type { createFillOutcomeFields, FieldToFill } from './fill-outcome-fields.ts';
import type { OutcomeList, UsableOutcome } from './list-outcomes.ts';

export interface OutcomeToUse extends Occasion {
  readonly outcomeId: number;
  /** The outcome's own when left out. */
  readonly note?: string | undefined;
  readonly fields?: readonly FieldToFill[] | undefined;
}

interface Sources {
  readonly get: (viewer: Viewer, id: number) => TicketRow;
  readonly getAsWritten: (id: number) => TicketRow;
  readonly outcomes: OutcomeList;
  readonly act: ActOnTicket;
  readonly rules: TicketRules;
  readonly agents: AgentRepository;
  readonly chooseAssignment: ChooseAssignment;
  readonly fillFields: ReturnType<typeof createFillOutcomeFields>;
  readonly renewPromises: (ticket: TicketRow) => void;
  readonly timeEntries: TimeEntryRepository;
}

/** Uses a configured outcome on a ticket: one action in its history, and everything that the outcome sets. */
export function createUseOutcome(sources: Sources) {
  const { get, getAsWritten, outcomes, act, rules, agents, chooseAssignment, fillFields, timeEntries } = sources;

  const assignmentOf = (ticket: TicketRow, { assigns, agentId, teamId }: UsableOutcome, by: Occasion['by']) => {
    const wanted = assigns === 'self' ? by.agentId : agentId;
    const isIn = (id: number | null) =>
      id !== null && teamId !== null && agents.listTeams(id).some((team) => team.id === teamId);
    if (wanted !== null) return chooseAssignment(ticket, { agentId: wanted, ...(isIn(wanted) ? { teamId } : {}) });
    if (teamId === null) return undefined;
    // Whoever works on it keeps it when the other team is theirs too; otherwise that team shares it out.
    return chooseAssignment(ticket, { agentId: isIn(ticket.agentId) ? ticket.agentId : null, teamId });
  };

  const kindOf = (
    ticket: TicketRow,
    { newStatusId, private: isPrivate }: UsableOutcome,
    viewer: Viewer,
  ): ActionKind => {
    const after = newStatusId === undefined ? ticket.statusKind : rules.getStatus(newStatusId).kind;
    if (after !== ticket.statusKind) return after === 'closed' ? 'closure' : 'reopening';
    if (viewer.audience === 'users') return 'reply';
    if (newStatusId !== undefined && newStatusId !== ticket.statusId) return 'status';
    return isPrivate === 1 ? 'note' : 'reply';
  };

  return (viewer: Viewer, id: number, { outcomeId, note, fields = [], by, at }: OutcomeToUse): WrittenAction => {
    const ticket = get(viewer, id);
    const outcome = outcomes.get(viewer, ticket, outcomeId, by);
    const text = note ?? outcome.note;
    if (outcome.noteRequired === 1 && text.trim() === '') {
      throw new AppError(
        'invalid_arguments',
        `The action "${outcome.label}" needs a note that says why or what was done.`,
      );
    }
    fillFields(ticket, outcome, fields);
    const chosen = assignmentOf(ticket, outcome, by);
    const seconds = by.agentId === null ? 0 : outcome.seconds;
    const written = act(
      ticket,
      {
        kind: kindOf(ticket, outcome, viewer),
        outcome: outcome.name,
        outcomeId: outcome.id,
        private: outcome.private === 1,
        note: text,
        closureNote: text,
        seconds,
        toStepId: outcome.toStepId,
        ...(outcome.newStatusId === undefined ? {} : { statusId: outcome.newStatusId }),
        ...(outcome.priorityId === null ? {} : { priorityId: outcome.priorityId }),
        ...(chosen === undefined ? {} : { assignment: { agentId: chosen.agentId, teamId: chosen.teamId } }),
      },
      { by, at },
    );
    if (outcome.priorityId !== null && outcome.priorityId !== ticket.priorityId) {
      sources.renewPromises(getAsWritten(id));
    }
    if (seconds > 0 && by.agentId !== null) {
      const startedAt = at - seconds * 1000;
      const note = text === '' ? outcome.name : text;
      timeEntries.insert({ agentId: by.agentId, ticketId: id, actionId: written.id, note, startedAt, seconds });
    }
    return written;
  };
}
