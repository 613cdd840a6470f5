import { type WorkingHours, workingMinutes } from '../../../src-shared/domain/working-week.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { readCalendar } from '../sla/read-calendar.ts';
import { checkPromise } from './check-promises.ts';

export interface CalendarChanges {
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  readonly hours?: WorkingHours | undefined;
  readonly holidays?: readonly string[] | undefined;
}

/** Working calendars. Due dates that tickets were given stay; the end of a hold moves them by the calendar as it then is. */
export function createCalendarEditing(records: RecordEditing, setup: TicketSetupRepository) {
  const asColumns = ({ name, zone, hours, holidays }: CalendarChanges) => ({
    name,
    zone: zone === undefined ? undefined : nameZone(zone),
    hours: hours && JSON.stringify(hours),
    holidays: holidays && JSON.stringify([...new Set(holidays)].sort()),
  });

  const checkAfter = (id: number, now: number): void => {
    const { zone, hours, holidays } = records.get('calendar', id);
    const calendar = readCalendar({ zone: String(zone), hours: String(hours), holidays: String(holidays) });
    if (workingMinutes(calendar.hours as WorkingHours) === 0) {
      throw new AppError('invalid_arguments', 'A calendar without working hours would never let anything become due.', {
        details: { field: 'hours' },
      });
    }
    for (const { name, longest } of setup.listSlasOfCalendar(id)) checkPromise(calendar, longest, name, now);
  };

  return {
    create(changes: CalendarChanges, now: number): number {
      const id = records.create('calendar', asColumns(changes));
      checkAfter(id, now);
      return id;
    },

    update(id: number, revision: number, changes: CalendarChanges, now: number): void {
      records.update('calendar', id, revision, asColumns(changes));
      checkAfter(id, now);
    },
  };
}

/** The zone as the IANA list spells it. */
function nameZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid_arguments', `There is no time zone "${zone}". Name one such as Europe/London.`, {
      cause: error,
      details: { field: 'zone' },
    });
  }
}
