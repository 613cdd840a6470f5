import { addWorkingSeconds, type WorkingCalendar, workingSecondsBetween } from './working-time.ts';

/** A ticket's promises and how long they stood still. Times are epoch milliseconds, `heldSeconds` working seconds. */
export interface SlaClock {
  readonly respondByAt: number | null;
  readonly respondedAt: number | null;
  readonly fixByAt: number | null;
  readonly heldSinceAt: number | null;
  readonly heldSeconds: number;
}

export interface SlaTarget {
  readonly respondSeconds: number;
  readonly fixSeconds: number;
}

/** When a ticket opened at `openedAt` is to be answered and fixed. Without a target nothing is promised. */
export function dueDates(
  calendar: WorkingCalendar,
  target: SlaTarget | undefined,
  openedAt: number,
): Pick<SlaClock, 'respondByAt' | 'fixByAt'> {
  if (target === undefined) return { respondByAt: null, fixByAt: null };
  return {
    respondByAt: addWorkingSeconds(calendar, openedAt, target.respondSeconds),
    fixByAt: addWorkingSeconds(calendar, openedAt, target.fixSeconds),
  };
}

/**
 * The clock after a change of status at `at`. While a status holds it, due dates stay as they are; when the hold ends
 * they move by the working time that it lasted. A promise already kept (the response) does not move.
 */
export function turnClock(clock: SlaClock, holds: boolean, at: number, calendar: WorkingCalendar): SlaClock {
  if (holds) return clock.heldSinceAt === null ? { ...clock, heldSinceAt: at } : clock;
  if (clock.heldSinceAt === null) return clock;
  const held = workingSecondsBetween(calendar, clock.heldSinceAt, at);
  const move = (due: number | null) => (due === null ? null : addWorkingSeconds(calendar, due, held));
  return {
    respondByAt: clock.respondedAt === null ? move(clock.respondByAt) : clock.respondByAt,
    respondedAt: clock.respondedAt,
    fixByAt: move(clock.fixByAt),
    heldSinceAt: null,
    heldSeconds: clock.heldSeconds + held,
  };
}
