import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { Changes, RecordEditing } from '../records/edit-records.ts';
import { readCalendar } from '../sla/read-calendar.ts';
import { dueDates } from '../sla/sla-clock.ts';
import type { WorkingCalendar } from '../sla/working-time.ts';
import { createZoneClock, DAY_MS } from '../sla/zone-clock.ts';
import { minutesOf } from '../../../src-shared/domain/working-week.ts';
import { checkPromise } from './check-promises.ts';

const targetsOfSla = { table: 'desk_sla_target', parent: 'sla_id', key: 'priority_id' } as const;

interface Target {
  readonly priorityId: number;
  readonly respondSeconds: number;
  readonly fixSeconds: number;
}

export interface SlaChanges {
  readonly columns: Changes;
  /** All of them. */
  readonly targets?: readonly Target[] | undefined;
}

export interface PromisePreview {
  readonly calendarId: number;
  /** Local to the calendar's zone: a day, and 'HH:MM'. */
  readonly day: string;
  readonly time: string;
  readonly targets: readonly Target[];
}

/** SLAs with their targets. Tickets keep the due dates that they were given until they get another priority or type. */
export function createSlaEditing(records: RecordEditing, setup: TicketSetupRepository) {
  const getCalendar = (id: number): WorkingCalendar => {
    const { zone, hours, holidays } = records.get('calendar', id);
    return readCalendar({ zone: String(zone), hours: String(hours), holidays: String(holidays) });
  };

  const writeTargets = (id: number, targets: readonly Target[]): void => {
    for (const { priorityId, respondSeconds, fixSeconds } of targets) {
      const { name } = records.get('priority', priorityId);
      if (respondSeconds <= fixSeconds) continue;
      throw new AppError('invalid_arguments', `${name}: the response cannot be promised for later than the fix.`);
    }
    const priorityIds = new Set(targets.map(({ priorityId }) => priorityId));
    if (priorityIds.size < targets.length) {
      throw new AppError('invalid_arguments', 'A priority has one target. One of them is there twice.');
    }
    const rows = targets.map(({ priorityId, respondSeconds, fixSeconds }) => ({
      ...{ priority_id: priorityId, respond_seconds: respondSeconds, fix_seconds: fixSeconds },
    }));
    setup.replaceRows(targetsOfSla, id, rows);
  };

  const checkAfter = (id: number, now: number): void => {
    const { calendar_id: calendarId, name } = records.get('sla', id);
    const longest = Math.max(0, ...setup.listTargets(id).map(({ fixSeconds }) => fixSeconds));
    if (longest > 0) checkPromise(getCalendar(Number(calendarId)), longest, String(name), now);
  };

  return {
    create({ columns, targets = [] }: SlaChanges, now: number): number {
      const id = records.create('sla', columns);
      writeTargets(id, targets);
      checkAfter(id, now);
      return id;
    },

    update(id: number, revision: number, { columns, targets }: SlaChanges, now: number): void {
      records.update('sla', id, revision, columns);
      if (targets !== undefined) {
        records.checkChildrenUnchanged({ ...targetsOfSla, label: 'The targets of this SLA' }, id, revision);
        writeTargets(id, targets);
      }
      checkAfter(id, now);
    },

    /** When a ticket that is opened then would be due. */
    preview({ calendarId, day, time, targets }: PromisePreview) {
      const calendar = getCalendar(calendarId);
      const localDay = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
      const openedAt = createZoneClock(calendar.zone).instantOf(localDay, minutesOf(time), 'first');
      const due = targets.map(({ priorityId, ...target }) => {
        checkPromise(calendar, target.fixSeconds, 'this SLA', openedAt);
        const { respondByAt, fixByAt } = dueDates(calendar, target, openedAt);
        return { priorityId, respondByAt: respondByAt ?? openedAt, fixByAt: fixByAt ?? openedAt };
      });
      return { zone: calendar.zone, openedAt, due };
    },
  };
}
