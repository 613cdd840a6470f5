import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { TimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import type { ActOnTicket, Occasion, WrittenAction } from '../tickets/act-on-ticket.ts';
import type { TicketRules } from '../tickets/ticket-rules.ts';
import type { ActionKind } from '../tickets/ticket-words.ts';
import type { Viewer } from '../viewer.ts';
import type { createFillOutcomeFields, FieldToFill } from './fill-outcome-fields.ts';
import type { UsableOutcome } from './list-outcomes.ts';

export interface OutcomeToUse extends Occasion {
  /** As it was just found to be usable on this ticket, with nothing awaited since. */
  readonly outcome: UsableOutcome;
  /** The outcome's own when left out. */
  readonly note?: string | undefined;
  readonly fields?: readonly FieldToFill[] | undefined;
}

interface Sources {
  readonly get: (viewer: Viewer, id: number) => TicketRow;
  readonly getAsWritten: (id: number) => TicketRow;
  readonly act: ActOnTicket;
  readonly rules: TicketRules;
  readonly fillFields: ReturnType<typeof createFillOutcomeFields>;
  readonly renewPromises: (ticket: TicketRow) => void;
  readonly timeEntries: TimeEntryRepository;
}

/** Uses a configured outcome on a ticket: one action in its history, and everything that the outcome sets. */
export function createUseOutcome(sources: Sources) {
  const { get, getAsWritten, act, rules, fillFields, timeEntries } = sources;

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

  return (viewer: Viewer, id: number, { outcome, note, fields = [], by, at }: OutcomeToUse): WrittenAction => {
    const ticket = get(viewer, id);
    const { assignment } = outcome;
    const text = note ?? outcome.note;
    if (outcome.noteRequired === 1 && text.trim() === '') {
      throw new AppError(
        'invalid_arguments',
        `The action "${outcome.label}" needs a note that says why or what was done.`,
      );
    }
    fillFields(ticket, outcome, fields);
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
        ...(assignment === undefined ? {} : { assignment: { agentId: assignment.agentId, teamId: assignment.teamId } }),
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
