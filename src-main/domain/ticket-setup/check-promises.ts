import { AppError } from '../../../src-shared/errors/app-error.ts';
import { addWorkingSeconds, type WorkingCalendar } from '../sla/working-time.ts';

const fiveYears = 5 * 366 * 86_400_000;

/** Throws when a fix promised now would take more than five years: the calendar has hardly any working time, or none. */
export function checkPromise(calendar: WorkingCalendar, seconds: number, sla: string, now: number): void {
  const due = findDue(calendar, seconds, now);
  if (due !== undefined && due - now <= fiveYears) return;
  const hours = Math.ceil(seconds / 3600).toLocaleString('en-GB');
  const message = `With these working hours, what ${sla} promises within ${hours} working hours would take years. Give the calendar more hours, or the SLA less.`;
  throw new AppError('invalid_arguments', message);
}

function findDue(calendar: WorkingCalendar, seconds: number, now: number): number | undefined {
  try {
    return addWorkingSeconds(calendar, now, seconds);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
