import { createZoneClock, DAY_MS } from '../../domain/sla/zone-clock.ts';
import type { DateFormat } from './date-format.ts';
import { readDate } from './read-date.ts';
import { readTime } from './read-time.ts';

const MINUTE_MS = 60_000;
/** The day that Excel's serial 0 stands for, from March 1900 on. */
const FIRST_SERIAL_MS = Date.UTC(1899, 11, 30);
const LAST_SERIAL = 2_958_466;

/** What programs write for "no date": the first days of their calendars. */
const noDates = new Set(['1899-12-30', '1899-12-31', '1900-1-1', '1-1-1', '1753-1-1', '0-0-0']);

/**
 * Reads a date as epoch milliseconds; `none` where the text stands for "no date" (blank, or one of the first days of
 * common calendars); undefined where it is no date in this format. Text without a zone is in `zone`, an IANA name, by
 * default UTC; a time that a clock change repeats is the first, one that it skips is the moment of the change.
 */
export function parseWhen(text: string, format: DateFormat, zone = 'UTC'): number | 'none' | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'none';
  if (trimmed.length > 80) return undefined;
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    const number = parseNumber(trimmed, format);
    if (number !== undefined) return number;
  }
  const date = readDate(trimmed, format);
  if (date === undefined) return undefined;
  if (noDates.has(`${date.year}-${date.month}-${date.day}`))
    return readTime(date.rest) === undefined ? undefined : 'none';
  const time = readTime(date.rest);
  if (time === undefined || !isDay(date)) return undefined;
  const day = utcMidnight(date);
  if (time.offset !== undefined) return day + time.ms - time.offset * MINUTE_MS;
  return zone === 'UTC' ? day + time.ms : inZone(day + time.ms, zone);
}

function parseNumber(text: string, format: DateFormat): number | 'none' | undefined {
  const value = Number(text);
  switch (kindOfNumber(text, format)) {
    case 'excel':
      if (value >= LAST_SERIAL) return undefined;
      // Serials 0 to 2 are the first days of Excel's calendar, and of those that imitate it.
      return value < 3 ? 'none' : Math.round((value + (value < 60 ? 1 : 0)) * DAY_MS) + FIRST_SERIAL_MS;
    case 'epoch-seconds':
      return value === 0 ? 'none' : keepInRange(Math.floor(value * 1000));
    case 'epoch-milliseconds':
      return value === 0 ? 'none' : keepInRange(Math.floor(value));
    case undefined:
      return undefined;
  }
}

/** Numbers of five digits are serials since 1927, of ten seconds since 2001, of thirteen milliseconds. */
function kindOfNumber(text: string, format: DateFormat): Exclude<DateFormat, 'iso' | 'dmy' | 'mdy'> | undefined {
  if (format === 'excel' || format === 'epoch-seconds' || format === 'epoch-milliseconds') return format;
  const digits = text.replace(/\..*$/, '').length;
  return digits === 5 ? 'excel' : digits === 10 ? 'epoch-seconds' : digits === 13 ? 'epoch-milliseconds' : undefined;
}

const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const keepInRange = (ms: number) => (ms <= LAST_MS ? ms : undefined);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isDay({ year, month, day }: Day): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
function utcMidnight({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function inZone(localMs: number, zone: string): number {
  const day = Math.floor(localMs / DAY_MS);
  const minute = Math.floor((localMs - day * DAY_MS) / MINUTE_MS);
  const withinMinute = localMs - day * DAY_MS - minute * MINUTE_MS;
  return createZoneClock(zone).instantOf(day, minute, 'first') + withinMinute;
}
