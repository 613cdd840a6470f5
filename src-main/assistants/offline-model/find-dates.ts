import { parse } from 'chrono-node';

export interface Moment {
  readonly at: Date;
  /** It names a time of day as well. */
  readonly timed: boolean;
}

/**
 * The moments that the text names, a span's beginning and end apart. What could be in the past and in the future ("1
 * December") lies in the future where `ahead` says so, otherwise where it is nearer.
 */
export function findMoments(
  text: string,
  now: number,
  ahead: boolean,
): { readonly start: Moment; readonly end?: Moment }[] {
  return parse(text, { instant: new Date(now), timezone: 0 }, { forwardDate: ahead }).map(({ start, end }) => ({
    start: { at: start.date(), timed: start.isCertain('hour') },
    ...(end !== null && end !== undefined && { end: { at: end.date(), timed: end.isCertain('hour') } }),
  }));
}

const day = 86_400_000;

/** The first and the last day of "last month", "this week", "the past 7 days" or "in 2025"; undefined when none is said. */
export function findPeriod(text: string, now: number): { readonly first: Date; readonly last: Date } | undefined {
  const [, which = '', unit = ''] =
    /\b(last|past|previous|this|current|next|coming|the)\s+(week|month|quarter|year)(?!ly|s\b)\b/i.exec(text) ?? [];
  const by = /^(?:last|past|previous)$/i.test(which) ? -1 : /^(?:next|coming)$/i.test(which) ? 1 : 0;
  if (unit !== '' && !/^the$/i.test(which)) return spanOf(unit.toLowerCase(), by, new Date(now));
  const [, many = '', each = ''] =
    /\b(?:last|past|previous|recent)\s+(\d{1,4}|two|three|four|six|seven|ten|twelve|thirty)\s+(days?|weeks?|months?|years?)\b/i.exec(
      text,
    ) ?? [];
  if (many !== '') {
    const count = Number(many) || (counts[many.toLowerCase()] ?? 1);
    const days = count * (/^d/i.test(each) ? 1 : /^w/i.test(each) ? 7 : /^m/i.test(each) ? 30 : 365);
    return { first: new Date(now - days * day), last: new Date(now) };
  }
  const month =
    /\b(?:in|for|during|of|from)\s+(january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+(\d{4}))?\b(?!\s+\d)/i.exec(
      text,
    );
  if (month !== null) {
    const today = new Date(now);
    const place = months.indexOf((month[1] ?? '').toLowerCase());
    const year =
      month[2] === undefined ? today.getUTCFullYear() - (place > today.getUTCMonth() ? 1 : 0) : Number(month[2]);
    return { first: new Date(Date.UTC(year, place, 1)), last: new Date(Date.UTC(year, place + 1, 0)) };
  }
  const year = /\b(?:in|for|during|of)\s+(20\d\d)\b/i.exec(text)?.[1];
  return year === undefined
    ? undefined
    : { first: new Date(Date.UTC(Number(year), 0, 1)), last: new Date(Date.UTC(Number(year), 11, 31)) };
}

const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
  thirty: 30,
};
const months = 'january february march april may june july august september october november december'.split(' ');

function spanOf(unit: string, by: number, today: Date): { first: Date; last: Date } {
  const [year, month, date] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  if (unit === 'week') {
    const monday = date - ((today.getUTCDay() + 6) % 7) + by * 7;
    return { first: new Date(Date.UTC(year, month, monday)), last: new Date(Date.UTC(year, month, monday + 6)) };
  }
  if (unit === 'month')
    return { first: new Date(Date.UTC(year, month + by, 1)), last: new Date(Date.UTC(year, month + by + 1, 0)) };
  if (unit === 'quarter') {
    const begin = month - (month % 3) + by * 3;
    return { first: new Date(Date.UTC(year, begin, 1)), last: new Date(Date.UTC(year, begin + 3, 0)) };
  }
  return { first: new Date(Date.UTC(year + by, 0, 1)), last: new Date(Date.UTC(year + by, 11, 31)) };
}
