export interface ClockTime {
  readonly ms: number;
  /** Minutes ahead of UTC; undefined where the text does not say. */
  readonly offset: number | undefined;
}

const time =
  /^(?:T|,?\s+(?:at\s+)?)(\d{1,2})(?::(\d\d))(?::(\d\d)(?:[.,](\d+))?)?(?:\s*([ap])\.?m\.?)?\s*(Z|(?:UTC|GMT)?(?:[+-]\d\d(?::?\d\d)?)?)(?:\s*\([^()]*\))?$/i;
const compact = /^T?(\d\d)(\d\d)(\d\d)()()(Z?)$/i;

/** The time that stands after a date, midnight where there is none; undefined where it is no time. Parts of a millisecond are cut off. */
export function readTime(text: string): ClockTime | undefined {
  if (text === '') return { ms: 0, offset: undefined };
  const match = time.exec(text) ?? compact.exec(text);
  if (match === null) return undefined;
  const [, hours = '', minutes = '', seconds = '0', fraction = '', half, zone = ''] = match;
  const hour = toHour(Number(hours), half?.toLowerCase());
  const minute = Number(minutes);
  const second = Number(seconds);
  const offset = toOffset(zone);
  if (hour === undefined || minute > 59 || second > 59 || offset === null) return undefined;
  const ms = ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  // The end of a day may be written as hour 24 of it.
  return ms > 86_400_000 ? undefined : { ms, offset };
}

function toHour(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour <= 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** Null where there is no such offset. */
function toOffset(zone: string): number | undefined | null {
  if (zone === '') return undefined;
  const match = /([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return null;
  return match[1] === '-' ? -minutes : minutes;
}
