export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof weekdays)[number];

/** A stretch of a day, as local 'HH:MM' up to '24:00'. */
export type WorkingPeriod = readonly [from: string, to: string];

export type WorkingHours = Readonly<Record<Weekday, readonly WorkingPeriod[]>>;

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How long a week's work is; days that the clock changes are not looked at. */
export function workingMinutes(hours: WorkingHours): number {
  const periods = weekdays.flatMap((day) => hours[day]);
  return periods.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);
}

/** The sentence that says what is wrong with a day's periods: each ends after it begins, and after the one before it. */
export function findHoursProblem(periods: readonly WorkingPeriod[]): string | undefined {
  let end = -1;
  for (const [from, to] of periods) {
    if (!isTime(from) || !isTime(to)) return 'Times are written like 09:00, up to 24:00.';
    if (minutesOf(to) <= minutesOf(from)) return `${from}–${to} ends before it begins.`;
    if (minutesOf(from) < end) return `${from}–${to} begins before the time in front of it ends.`;
    end = minutesOf(to);
  }
  return undefined;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

/** Whether a text is a day of the calendar, as 2026-12-25. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
