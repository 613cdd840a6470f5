import type { DateFormat } from './date-format.ts';
import { findMonth } from './find-month.ts';

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What stands after the date. */
  readonly rest: string;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compact = /^(\d{4})(\d\d)(\d\d)(?=$|T|\d{6}$)/;
const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/;
const weekday = /^\p{L}{2,10}\.?,?\s+(?=\d|\p{L}{3,})/u;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d\d)(?!\d)/iu;
const monthFirst = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu;

/** The date at the start of a text; undefined where there is none, or where the format does not say how it reads. */
export function readDate(text: string, format: DateFormat): CalendarDate | undefined {
  const iso = yearFirst.exec(text);
  if (iso !== null) return toDate(iso[1], iso[3], iso[4], text, iso);
  const close = compact.exec(text);
  if (close !== null) return toDate(close[1], close[2], close[3], text, close);
  const three = numbers.exec(text);
  if (three !== null) {
    if (format === 'dmy') return toDate(three[4], three[3], three[1], text, three);
    return format === 'mdy' ? toDate(three[4], three[1], three[3], text, three) : undefined;
  }
  return readNamed(text) ?? readNamed(text.replace(weekday, ''));
}

function readNamed(text: string): CalendarDate | undefined {
  const first = dayFirst.exec(text);
  if (first !== null) return toDate(first[3], findMonth(first[2] ?? ''), first[1], text, first);
  const second = monthFirst.exec(text);
  return second === null ? undefined : toDate(second[3], findMonth(second[1] ?? ''), second[2], text, second);
}

type Digits = string | number | undefined;

function toDate(year: Digits, month: Digits, day: Digits, text: string, match: RegExpExecArray) {
  const parts = { year: fullYear(String(year)), month: Number(month ?? 0), day: Number(day ?? 0) };
  return { ...parts, rest: text.slice(match[0].length) };
}

/** Two digits mean the years 1970 to 2069. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
