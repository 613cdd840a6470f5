export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Local days are counted from 1 January 1970 in the zone's own calendar. */
export interface ZoneClock {
  localDay(instantMs: number): number;
  /** Minutes since local midnight, 0 to 1439. */
  localMinute(instantMs: number): number;
  /**
   * The instant of a local time. A time that a clock change skips gives the moment of the change; for a time that
   * occurs twice, `occurrence` says which.
   */
  instantOf(localDay: number, minute: number, occurrence: 'first' | 'last'): number;
}

const clocks = new Map<string, ZoneClock>();

/** Asks Intl twice for each UTC day and remembers; only days with a clock change are asked again. */
export function createZoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;

  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const startOffsets = new Map<number, number>();

  function askOffset(instantMs: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
    const local = Date.UTC(
      part['year'] ?? 0,
      (part['month'] ?? 1) - 1,
      part['day'],
      part['hour'],
      part['minute'],
      part['second'],
    );
    return local - Math.floor(instantMs / 1000) * 1000;
  }

  function offsetAtStart(utcDay: number): number {
    const remembered = startOffsets.get(utcDay);
    if (remembered !== undefined) return remembered;
    const offset = askOffset(utcDay * DAY_MS);
    startOffsets.set(utcDay, offset);
    return offset;
  }

  function offset(instantMs: number): number {
    const utcDay = Math.floor(instantMs / DAY_MS);
    const atStart = offsetAtStart(utcDay);
    return atStart === offsetAtStart(utcDay + 1) ? atStart : askOffset(instantMs);
  }

  function findChange(fromMs: number, toMs: number): number {
    const before = offset(fromMs);
    let low = fromMs;
    let high = toMs;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }

  const clock: ZoneClock = {
    localDay: (instantMs) => Math.floor((instantMs + offset(instantMs)) / DAY_MS),
    localMinute: (instantMs) => {
      const local = instantMs + offset(instantMs);
      return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
    },
    instantOf(localDay, minute, occurrence) {
      const local = localDay * DAY_MS + minute * MINUTE_MS;
      const before = local - offset(local - DAY_MS);
      const after = local - offset(local + DAY_MS);
      if (before === after) return before;
      const real = [before, after].filter((instant) => instant + offset(instant) === local);
      if (real.length === 0) return findChange(Math.min(before, after), Math.max(before, after));
      return occurrence === 'first' ? Math.min(...real) : Math.max(...real);
    },
  };
  clocks.set(zone, clock);
  return clock;
}
