import {
  findHoursProblem,
  type Weekday,
  weekdays,
  type WorkingHours,
  type WorkingPeriod,
} from '../../../src-shared/domain/working-week.ts';

/** What is typed for each day, such as "09:00–12:30, 13:00–17:00"; nothing for a day without work. */
export type TypedHours = Readonly<Record<Weekday, string>>;

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

export function describePeriods(periods: readonly WorkingPeriod[]): string {
  return periods.map(([from, to]) => `${from}–${to}`).join(', ');
}

export function typedHoursOf(hours: WorkingHours): TypedHours {
  return mapDays((day) => describePeriods(hours[day]));
}

/** The periods that a text names: "9-12:30, 13-17" as well as the full times. Undefined when it cannot be read. */
export function parsePeriods(text: string): WorkingPeriod[] | undefined {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const periods = parts.map((part) => {
    const [from, to, ...more] = part.split(/\s*[-–—]\s*/).map(readTime);
    return from === undefined || to === undefined || more.length > 0 ? undefined : ([from, to] as const);
  });
  return periods.every((period) => period !== undefined) ? periods : undefined;
}

function readTime(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** What is wrong with what is typed for a day, as a sentence. */
export function findDayProblem(text: string): string | undefined {
  const periods = parsePeriods(text);
  return periods === undefined ? 'Write it like 09:00–12:30, 13:00–17:00.' : findHoursProblem(periods);
}

export function checkHours(hours: TypedHours): string | undefined {
  if (weekdays.some((day) => findDayProblem(hours[day]) !== undefined)) return 'Some hours cannot be read.';
  return weekdays.every((day) => hours[day].trim() === '') ? 'A calendar needs working hours.' : undefined;
}

/** Of hours that were checked. */
export function readHours(hours: TypedHours) {
  return mapDays((day) => (parsePeriods(hours[day]) ?? []).map(([from, to]): [string, string] => [from, to]));
}

function mapDays<Value>(valueOf: (day: Weekday) => Value): Record<Weekday, Value> {
  return Object.fromEntries(weekdays.map((day) => [day, valueOf(day)])) as Record<Weekday, Value>;
}
