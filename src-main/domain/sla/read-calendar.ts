import type { WorkingCalendar } from './working-time.ts';

/** The calendar a `desk_calendar` row describes, as the working-time functions want it. */
export function readCalendar(row: { zone: string; hours: string; holidays: string }): WorkingCalendar {
  return {
    zone: row.zone,
    hours: JSON.parse(row.hours) as WorkingCalendar['hours'],
    holidays: JSON.parse(row.holidays) as string[],
  };
}
