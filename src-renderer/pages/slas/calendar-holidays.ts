import { isDay } from '../../../src-shared/domain/working-week.ts';

/** The days that a text names, one a line. */
export function readHolidays(text: string): string[] {
  return text.split(/[\s,;]+/).filter((day) => day !== '');
}

export function checkHolidays(text: string): string | undefined {
  const wrong = readHolidays(text).find((day) => !isDay(day));
  return wrong === undefined ? undefined : `“${wrong.slice(0, 40)}” is no day: write it like 2026-12-25.`;
}

const dayOfYear = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
});

export function describeHoliday(day: string): string {
  return dayOfYear.format(new Date(`${day}T00:00:00Z`));
}

/** By year, the earliest first. */
export function groupByYear(days: readonly string[]): (readonly [year: string, days: readonly string[]])[] {
  const years = new Map<string, string[]>();
  for (const day of days) years.set(day.slice(0, 4), [...(years.get(day.slice(0, 4)) ?? []), day]);
  return [...years].sort(([one], [other]) => one.localeCompare(other));
}
