import { minutesOf, type Weekday, weekdays } from '../../../src-shared/domain/working-week.ts';
import { createZoneClock, DAY_MS, type ZoneClock } from './zone-clock.ts';

/** `hours` lists each weekday's working periods in order and without overlap, as local 'HH:MM' up to '24:00'. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly (readonly [string, string])[]>>>;
  /** Local dates, YYYY-MM-DD, on which nobody works. */
  readonly holidays: readonly string[];
}

interface Period {
  readonly start: number;
  readonly end: number;
}

interface Prepared {
  readonly clock: ZoneClock;
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  readonly holidays: ReadonlySet<number>;
  readonly days: Map<number, readonly Period[]>;
}

/** No promise is due later than this; a calendar that never opens ends here instead of looping for ever. */
const MAX_DAYS = 3660;
const prepared = new WeakMap<WorkingCalendar, Prepared>();

/** The moment at which `seconds` of working time have passed since `startMs`; the end of a period, not the next start. */
export function addWorkingSeconds(calendar: WorkingCalendar, startMs: number, seconds: number): number {
  let remaining = seconds * 1000;
  if (remaining <= 0) return startMs;
  const state = prepare(calendar);
  const first = state.clock.localDay(startMs);
  for (let day = first; day < first + MAX_DAYS; day += 1) {
    for (const period of periodsOf(state, day)) {
      const start = Math.max(period.start, startMs);
      if (start >= period.end) continue;
      if (remaining <= period.end - start) return start + remaining;
      remaining -= period.end - start;
    }
  }
  throw new RangeError(`The calendar has fewer than ${seconds} working seconds in ten years.`);
}

/** Whole working seconds from one moment to a later one; 0 when `toMs` is not later. */
export function workingSecondsBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  const state = prepare(calendar);
  const last = state.clock.localDay(toMs);
  let total = 0;
  for (let day = state.clock.localDay(fromMs); day <= last; day += 1) {
    for (const period of periodsOf(state, day)) {
      total += Math.max(0, Math.min(period.end, toMs) - Math.max(period.start, fromMs));
    }
  }
  return Math.floor(total / 1000);
}

function prepare(calendar: WorkingCalendar): Prepared {
  const known = prepared.get(calendar);
  if (known !== undefined) return known;
  const made: Prepared = {
    clock: createZoneClock(calendar.zone),
    week: weekdays.map((day) =>
      (calendar.hours[day] ?? []).map(([from, to]) => ({ from: minutesOf(from), to: minutesOf(to) })),
    ),
    holidays: new Set(calendar.holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS)),
    days: new Map(),
  };
  prepared.set(calendar, made);
  return made;
}

function periodsOf(state: Prepared, day: number): readonly Period[] {
  const known = state.days.get(day);
  if (known !== undefined) return known;
  // Day 0, 1 January 1970, was a Thursday: index 3 in a week that starts on Monday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  const periods = state.holidays.has(day)
    ? []
    : (state.week[weekday] ?? []).map(({ from, to }) => ({
        start: state.clock.instantOf(day, from, 'first'),
        end: state.clock.instantOf(day, to, 'last'),
      }));
  state.days.set(day, periods);
  return periods;
}
