import { describe, expect, it } from 'vitest';
import { dueDates, type SlaClock, turnClock } from '../../src-main/domain/sla/sla-clock.ts';
import type { WorkingCalendar } from '../../src-main/domain/sla/working-time.ts';
import { always, office } from '../support/calendars.ts';

const HOUR = 3600;
const at = (iso: string): number => Date.parse(iso);
const target = { respondSeconds: 2 * HOUR, fixSeconds: 12 * HOUR };

const opened = (calendar: WorkingCalendar, iso: string): SlaClock => ({
  ...dueDates(calendar, target, at(iso)),
  ...{ respondedAt: null, heldSinceAt: null, heldSeconds: 0 },
});
const held = (calendar: WorkingCalendar, clock: SlaClock, from: string, to: string): SlaClock =>
  turnClock(turnClock(clock, true, at(from), calendar), false, at(to), calendar);

describe('what is promised', () => {
  it('on a Friday afternoon is due after the weekend', () => {
    expect(dueDates(office, target, at('2026-01-16T17:00:00Z'))).toEqual({
      respondByAt: at('2026-01-19T09:00:00Z'),
      fixByAt: at('2026-01-20T09:00:00Z'),
    });
  });

  it('before Easter is due after it, by the clock of summer that began meanwhile', () => {
    // Opened on Friday in winter time; the clocks change on Sunday, so Monday 08:00 in London is 07:00 in UTC.
    expect(dueDates(office, target, at('2026-03-27T17:00:00Z'))).toEqual({
      respondByAt: at('2026-03-30T08:00:00Z'),
      fixByAt: at('2026-03-31T08:00:00Z'),
    });
    expect(dueDates(office, target, at('2026-04-02T15:00:00Z')).fixByAt).toBe(at('2026-04-07T17:00:00Z'));
  });

  it('over the night that gains an hour is due by hours that pass, not by the clock on the wall', () => {
    expect(dueDates(always, target, at('2026-10-24T20:00:00Z')).fixByAt).toBe(at('2026-10-25T08:00:00Z'));
  });

  it('without a target is nothing, whatever is held', () => {
    const clock = { ...opened(office, '2026-01-14T09:00:00Z'), respondByAt: null, fixByAt: null };
    const after = held(office, clock, '2026-01-14T10:00:00Z', '2026-01-14T12:00:00Z');
    expect(after).toMatchObject({ respondByAt: null, fixByAt: null, heldSeconds: 2 * HOUR });
  });
});

describe('a hold', () => {
  it('over a weekend moves what is due by the working hours at its ends alone', () => {
    const clock = opened(office, '2026-01-16T09:00:00Z');
    expect(clock.fixByAt).toBe(at('2026-01-19T11:00:00Z'));
    const after = held(office, clock, '2026-01-16T16:00:00Z', '2026-01-19T09:00:00Z');
    expect(after).toMatchObject({ heldSeconds: 3 * HOUR, fixByAt: at('2026-01-19T14:00:00Z') });
  });

  it('within a weekend or a holiday moves nothing', () => {
    const clock = opened(office, '2026-04-02T15:00:00Z');
    for (const [from, to] of [
      ['2026-04-04T10:00:00Z', '2026-04-05T15:00:00Z'],
      ['2026-04-06T08:00:00Z', '2026-04-06T16:00:00Z'],
      ['2026-04-02T20:00:00Z', '2026-04-02T23:00:00Z'],
    ] as const) {
      expect(held(office, clock, from, to)).toEqual(clock);
    }
  });

  it('over the change to summer time counts working hours of either time', () => {
    const clock = opened(office, '2026-03-27T09:00:00Z');
    expect(clock.fixByAt).toBe(at('2026-03-30T10:00:00Z'));
    // From Friday 16:00 in winter time to Monday 10:00 in summer time are two and two hours.
    const after = held(office, clock, '2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z');
    expect(after).toMatchObject({ heldSeconds: 4 * HOUR, fixByAt: at('2026-03-30T14:00:00Z') });
  });

  it('through the hour that comes twice, around the clock, lasts as long as it lasted', () => {
    const clock = opened(always, '2026-10-24T20:00:00Z');
    // 00:30 to 01:30 in UTC is 01:30 to 01:30 in London.
    const after = held(always, clock, '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z');
    expect(after).toMatchObject({ heldSeconds: HOUR, fixByAt: at('2026-10-25T09:00:00Z') });
  });

  it('that comes again adds up, and one that goes on is not counted twice', () => {
    let clock = opened(office, '2026-01-14T09:00:00Z');
    clock = turnClock(clock, true, at('2026-01-14T10:00:00Z'), office);
    // From one status that holds to another.
    clock = turnClock(clock, true, at('2026-01-14T11:00:00Z'), office);
    clock = turnClock(clock, false, at('2026-01-14T12:00:00Z'), office);
    clock = held(office, clock, '2026-01-14T17:00:00Z', '2026-01-15T09:00:00Z');
    expect(clock).toMatchObject({ heldSeconds: 4 * HOUR, heldSinceAt: null, fixByAt: at('2026-01-15T15:00:00Z') });
  });

  it('after the response leaves the response where it was due', () => {
    const clock = { ...opened(office, '2026-01-14T09:00:00Z'), respondedAt: at('2026-01-14T09:30:00Z') };
    const after = held(office, clock, '2026-01-14T10:00:00Z', '2026-01-14T12:00:00Z');
    expect(after).toMatchObject({ respondByAt: at('2026-01-14T11:00:00Z'), fixByAt: at('2026-01-15T13:00:00Z') });
  });
});
