import { describe, expect, it } from 'vitest';
import { describePeriods, findDayProblem, parsePeriods } from '../../src-renderer/pages/slas/calendar-hours.ts';
import { checkHolidays, readHolidays } from '../../src-renderer/pages/slas/calendar-holidays.ts';
import { nameOfLabel } from '../../src-renderer/pages/custom-fields/read-choices.ts';
import { parseDuration } from '../../src-renderer/pages/slas/parse-duration.ts';
import { findTargetProblem, putTarget } from '../../src-renderer/pages/slas/sla-targets.ts';
import { describeDuration } from '../../src-renderer/components/describe-duration.ts';

describe('what is typed for SLAs and calendars', () => {
  it('Hours and minutes are read as people write them, and nothing else is.', () => {
    const minutes = (text: string) => (parseDuration(text) ?? Number.NaN) / 60;
    expect(
      ['4', '4 h', '15 min', '15m', '90 minutes', '1h30', '1 h 30 min', '1:30', '1.5h', '0,5'].map(minutes),
    ).toEqual([240, 240, 15, 15, 90, 90, 90, 90, 90, 30]);
    for (const wrong of ['', 'soon', '0', '-1', '1:75', '4 d', '1h 2h', '99999 h', '1.5 h 30 min']) {
      expect([wrong, parseDuration(wrong)]).toEqual([wrong, undefined]);
    }
    for (const seconds of [60, 900, 3600, 5400, 360_000, 36_000_000]) {
      expect(parseDuration(describeDuration(seconds))).toBe(seconds);
    }
  });

  it('A target is complete with both of its times, the response first, and is none without any.', () => {
    expect(findTargetProblem({ respond: '', fix: ' ' })).toBeUndefined();
    expect(findTargetProblem({ respond: '1 h', fix: '1 h' })).toBeUndefined();
    expect(findTargetProblem({ respond: '1 h', fix: '' })).toHaveProperty('fix');
    expect(findTargetProblem({ respond: '', fix: '1 h' })).toHaveProperty('respond');
    expect(findTargetProblem({ respond: '2 h', fix: '1 h' })).toHaveProperty('fix');
    const targets = putTarget({ 1: { respond: '1 h', fix: '2 h' } }, 2, { respond: '3', fix: '' });
    expect(putTarget(targets, 1, { respond: ' ', fix: '' })).toEqual({ 2: { respond: '3', fix: '' } });
  });

  it('A day’s hours are read in short and in full, and what overlaps or ends too early is told.', () => {
    const read = (text: string) => describePeriods(parsePeriods(text) ?? []);
    expect(read('9-17')).toBe('09:00–17:00');
    expect(read('9–12:30, 13.00 - 17')).toBe('09:00–12:30, 13:00–17:00');
    expect(read('')).toBe('');
    for (const wrong of ['nine to five', '9', '9-12-17', '17-9', '9-12, 11-13', '9-25', '9:60-10']) {
      expect([wrong, findDayProblem(wrong) === undefined]).toEqual([wrong, false]);
    }
    expect(findDayProblem('0-24')).toBeUndefined();
  });

  it('Holidays are days of the calendar, whatever stands between them.', () => {
    expect(readHolidays(' 2026-12-25\n2026-12-26, 2027-01-01 ')).toHaveLength(3);
    expect(checkHolidays('2026-12-25\n2026-02-30')).toContain('2026-02-30');
    expect(checkHolidays('')).toBeUndefined();
  });

  it('A field’s name for tools is made of its label.', () => {
    expect(['Access level', '  Größe (cm)', 'Línea'].map(nameOfLabel)).toEqual(['access_level', 'grosse_cm', 'linea']);
  });
});
