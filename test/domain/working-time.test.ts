import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingSeconds,
  workingSecondsBetween,
  type WorkingCalendar,
} from '../../src-main/domain/sla/working-time.ts';
import { always, office } from '../support/calendars.ts';

const shifts: WorkingCalendar = {
  zone: 'America/New_York',
  hours: {
    monday: [
      ['06:00', '12:00'],
      ['13:00', '22:30'],
    ],
    saturday: [['01:00', '03:00']],
    sunday: [['00:00', '04:00']],
  },
  holidays: ['2026-12-28'],
};
const at = (iso: string): number => Date.parse(iso);
const HOUR = 3600;

describe('working time', () => {
  it('passes only within working hours', () => {
    expect(addWorkingSeconds(office, at('2026-01-14T09:00:00Z'), 2 * HOUR)).toBe(at('2026-01-14T11:00:00Z'));
    expect(addWorkingSeconds(office, at('2026-01-14T17:00:00Z'), 2 * HOUR)).toBe(at('2026-01-15T09:00:00Z'));
    expect(addWorkingSeconds(office, at('2026-01-14T03:00:00Z'), HOUR)).toBe(at('2026-01-14T09:00:00Z'));
  });

  it('stands still over a weekend', () => {
    expect(addWorkingSeconds(office, at('2026-01-16T17:30:00Z'), HOUR)).toBe(at('2026-01-19T08:30:00Z'));
    expect(workingSecondsBetween(office, at('2026-01-16T17:30:00Z'), at('2026-01-19T08:30:00Z'))).toBe(HOUR);
  });

  it('stands still on holidays, Easter with the change to summer time before it included', () => {
    // Thursday before Easter to the Tuesday after, in summer time.
    expect(addWorkingSeconds(office, at('2026-04-02T16:30:00Z'), HOUR)).toBe(at('2026-04-07T07:30:00Z'));
  });

  it('follows local hours over a change of the clocks', () => {
    expect(addWorkingSeconds(office, at('2026-03-27T17:00:00Z'), 2 * HOUR)).toBe(at('2026-03-30T08:00:00Z'));
    expect(addWorkingSeconds(office, at('2026-10-23T16:00:00Z'), 2 * HOUR)).toBe(at('2026-10-26T09:00:00Z'));
  });

  it('counts 23 hours on the day that loses one and 25 on the day that gains one', () => {
    expect(workingSecondsBetween(always, at('2026-03-29T00:00:00Z'), at('2026-03-29T23:00:00Z'))).toBe(23 * HOUR);
    expect(workingSecondsBetween(always, at('2026-10-24T23:00:00Z'), at('2026-10-26T00:00:00Z'))).toBe(25 * HOUR);
  });

  it('counts a period that a change of the clocks cuts by what is left of it', () => {
    // In New York 02:00 to 03:00 does not exist on 8 March 2026 and 01:00 to 02:00 comes twice on 1 November.
    expect(workingSecondsBetween(shifts, at('2026-03-08T04:00:00Z'), at('2026-03-08T12:00:00Z'))).toBe(3 * HOUR);
    expect(workingSecondsBetween(shifts, at('2026-11-01T03:00:00Z'), at('2026-11-01T12:00:00Z'))).toBe(5 * HOUR);
  });

  it('is nothing backwards', () => {
    expect(workingSecondsBetween(office, at('2026-01-15T12:00:00Z'), at('2026-01-14T12:00:00Z'))).toBe(0);
    expect(addWorkingSeconds(office, at('2026-01-17T12:00:00Z'), 0)).toBe(at('2026-01-17T12:00:00Z'));
  });

  it('says so when a calendar never opens', () => {
    const never: WorkingCalendar = { zone: 'Europe/London', hours: {}, holidays: [] };
    expect(() => addWorkingSeconds(never, at('2026-01-01T00:00:00Z'), 1)).toThrow(RangeError);
    expect(workingSecondsBetween(never, at('2026-01-01T00:00:00Z'), at('2026-02-01T00:00:00Z'))).toBe(0);
  });
});

const moment = fc
  .integer({ min: at('2025-06-01T00:00:00Z') / 1000, max: at('2027-06-01T00:00:00Z') / 1000 })
  .map((s) => s * 1000);
const seconds = fc.integer({ min: 0, max: 60 * HOUR });
const calendar = fc.constantFrom(office, always, shifts);

describe('working time, whatever the calendar', () => {
  it('adds what it counts', () => {
    fc.assert(
      fc.property(calendar, moment, seconds, (hours, start, count) => {
        expect(workingSecondsBetween(hours, start, addWorkingSeconds(hours, start, count))).toBe(count);
      }),
    );
  });

  it('grows with the seconds and with the start', () => {
    fc.assert(
      fc.property(
        calendar,
        moment,
        seconds,
        seconds,
        fc.integer({ min: 0, max: 900_000 }),
        (hours, start, one, other, later) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          expect(addWorkingSeconds(hours, start, less)).toBeLessThanOrEqual(addWorkingSeconds(hours, start, more));
          expect(addWorkingSeconds(hours, start, more)).toBeLessThanOrEqual(
            addWorkingSeconds(hours, start + later * 1000, more),
          );
        },
      ),
    );
  });

  it('splits anywhere', () => {
    fc.assert(
      fc.property(calendar, moment, seconds, seconds, (hours, start, one, other) => {
        const middle = addWorkingSeconds(hours, start, one);
        expect(addWorkingSeconds(hours, middle, other)).toBe(addWorkingSeconds(hours, start, one + other));
      }),
    );
  });
});
