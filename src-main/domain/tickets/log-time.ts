import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { TimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import type { Viewer } from '../viewer.ts';
import type { ActOnTicket, Occasion } from './act-on-ticket.ts';

export interface TimeToLog extends Occasion {
  readonly agentId: number;
  readonly ticketId?: number | undefined;
  /** Whole seconds, at least 1. */
  readonly seconds: number;
  readonly note: string;
}

export function createLogTime(
  get: (viewer: Viewer, id: number) => TicketRow,
  act: ActOnTicket,
  timeEntries: TimeEntryRepository,
) {
  /** Adds work that ends now to the agent's timesheet, and with a ticket a private action to that; returns the entry's id. */
  return (viewer: Viewer, { agentId, ticketId, seconds, note, ...occasion }: TimeToLog): number => {
    const action =
      ticketId === undefined
        ? undefined
        : act(get(viewer, ticketId), { kind: 'time', outcome: 'Log time', private: true, note, seconds }, occasion);
    return timeEntries.insert({
      agentId,
      ticketId: ticketId ?? null,
      actionId: action?.id ?? null,
      note,
      startedAt: occasion.at - seconds * 1000,
      seconds,
    });
  };
}
