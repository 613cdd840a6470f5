import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFormats } from '../../../src-main/importing/read/date-format.ts';
import { guessDateFormat } from '../../../src-main/importing/read/guess-date-format.ts';
import { parseWhen } from '../../../src-main/importing/read/parse-when.ts';

const iso = (ms: number | 'none' | undefined) => (typeof ms === 'number' ? new Date(ms).toISOString() : ms);

describe('a date', () => {
  test.each([
    ['2024-01-24T09:05:03.1234567', '2024-01-24T09:05:03.123Z'],
    ['2024-01-24T09:05:03.9999999Z', '2024-01-24T09:05:03.999Z'],
    ['2023-01-11 01:17:39.128189467', '2023-01-11T01:17:39.128Z'],
    ['2024-01-24T09:05:03+01:00', '2024-01-24T08:05:03.000Z'],
    ['2024-01-24 09:05 -0530', '2024-01-24T14:35:00.000Z'],
    ['2024-1-4', '2024-01-04T00:00:00.000Z'],
    ['2024/01/24 9:05', '2024-01-24T09:05:00.000Z'],
    ['2024-01-24T24:00:00', '2024-01-25T00:00:00.000Z'],
    ['20240124', '2024-01-24T00:00:00.000Z'],
    ['20240124T090503Z', '2024-01-24T09:05:03.000Z'],
    ['20240124090503', '2024-01-24T09:05:03.000Z'],
    ['24 Jan 2024', '2024-01-24T00:00:00.000Z'],
    ['24-Jan-24', '2024-01-24T00:00:00.000Z'],
    ['24th January 2024 at 9:05 pm', '2024-01-24T21:05:00.000Z'],
    ['Jan 24, 2024, 12:05 AM', '2024-01-24T00:05:00.000Z'],
    ['Wed, 24 Jan 2024 09:05:03 +0000', '2024-01-24T09:05:03.000Z'],
    ['Wed Jan 24 2024 09:05:03 GMT+0100 (Central European Standard Time)', '2024-01-24T08:05:03.000Z'],
    ['24. Januar 2024', '2024-01-24T00:00:00.000Z'],
    ['3. März 2024, 09:05', '2024-03-03T09:05:00.000Z'],
    ['24 févr. 2024', '2024-02-24T00:00:00.000Z'],
    ['24 de enero de 2024', '2024-01-24T00:00:00.000Z'],
    ['45315.5', '2024-01-24T12:00:00.000Z'],
    ['1706087103', '2024-01-24T09:05:03.000Z'],
    ['1706087103123', '2024-01-24T09:05:03.123Z'],
  ])('written %s is read under every format of texts', (text, expected) => {
    for (const format of dateFormats.slice(0, 3)) expect(iso(parseWhen(` ${text} `, format))).toBe(expected);
  });

  test('of three numbers is read as its format says and refused where none does', () => {
    expect(iso(parseWhen('5/3/2016 12:00', 'dmy'))).toBe('2016-03-05T12:00:00.000Z');
    expect(iso(parseWhen('5/3/2016 12:00 PM', 'mdy'))).toBe('2016-05-03T12:00:00.000Z');
    expect(iso(parseWhen('05.03.16', 'dmy'))).toBe('2016-03-05T00:00:00.000Z');
    expect(parseWhen('29/2/2016', 'mdy')).toBeUndefined();
    expect(parseWhen('5/3/2016', 'iso')).toBeUndefined();
  });

  test('as a plain number is read as its format says', () => {
    expect(iso(parseWhen('61', 'excel'))).toBe('1900-03-01T00:00:00.000Z');
    expect(iso(parseWhen('59', 'excel'))).toBe('1900-02-28T00:00:00.000Z');
    expect(iso(parseWhen('45315.378507', 'excel'))).toBe('2024-01-24T09:05:03.005Z');
    expect(iso(parseWhen('86400', 'epoch-seconds'))).toBe('1970-01-02T00:00:00.000Z');
    expect(iso(parseWhen('86400000', 'epoch-milliseconds'))).toBe('1970-01-02T00:00:00.000Z');
    expect(parseWhen('99999999999999999999', 'epoch-seconds')).toBeUndefined();
    expect(parseWhen('9999999', 'excel')).toBeUndefined();
  });

  test.each([
    '',
    '  ',
    '1899-12-30T00:00:00',
    '1899-12-31',
    '1900-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '30/12/1899 00:00',
    '01/01/1900',
    '0000-00-00 00:00:00',
    '1 Jan 1900',
  ])('written %j is no date at all', (text) => expect(parseWhen(text, 'dmy')).toBe('none'));

  test('as 0 is no date, whatever counts from there', () => {
    for (const format of ['excel', 'epoch-seconds', 'epoch-milliseconds'] as const)
      expect(parseWhen('0', format)).toBe('none');
  });

  test.each([
    'soon',
    '2024-13-01',
    '2023-02-29',
    '2024-01-24T25:00',
    '2024-01-24 09:61',
    '2024-01-24 13:00 pm',
    '32/1/2024',
    '24 Foo 2024',
    '2024-01-24 nine',
    '2024-01-24T09:05:03+25:00',
    '123',
    '1/2',
    'x'.repeat(500),
    '24 Jui 2024',
  ])('is not read out of %j', (text) => expect(parseWhen(text, 'dmy')).toBeUndefined());

  test('without a zone is in the zone that is given, also where clocks change', () => {
    expect(iso(parseWhen('2024-07-01 12:00:30.5', 'iso', 'Europe/Berlin'))).toBe('2024-07-01T10:00:30.500Z');
    expect(iso(parseWhen('2024-03-31 02:30', 'iso', 'Europe/Berlin'))).toBe('2024-03-31T01:00:00.000Z');
    expect(iso(parseWhen('2024-10-27 02:30', 'iso', 'Europe/Berlin'))).toBe('2024-10-27T00:30:00.000Z');
    expect(iso(parseWhen('2024-07-01T12:00Z', 'iso', 'Europe/Berlin'))).toBe('2024-07-01T12:00:00.000Z');
  });
});

const months = ['Jan', 'February', 'Mar', 'April', 'May', 'June', 'Jul', 'August', 'Sept', 'Oct', 'November', 'Dec'];
const instants = fc.date({ min: new Date('1902-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

describe('any instant', () => {
  test('reads back the same from every style it can be written in', () => {
    fc.assert(
      fc.property(instants, (date) => {
        const ms = date.getTime();
        const [day = '', clock = ''] = date.toISOString().slice(0, -1).split('T');
        const [y = '', m = '', d = ''] = day.split('-');
        const name = months[Number(m) - 1];
        const half = Number(clock.slice(0, 2)) < 12 ? 'AM' : 'PM';
        const twelve = `${Number(clock.slice(0, 2)) % 12 || 12}${clock.slice(2)} ${half}`;
        expect(parseWhen(`${day}T${clock}0000Z`, 'dmy')).toBe(ms);
        expect(parseWhen(`${Number(d)}/${Number(m)}/${y} ${clock}`, 'dmy')).toBe(ms);
        expect(parseWhen(`${Number(m)}/${Number(d)}/${y} ${twelve}`, 'mdy')).toBe(ms);
        expect(parseWhen(`${d}.${m}.${y} ${clock}`, 'dmy')).toBe(ms);
        expect(parseWhen(`${d} ${name} ${y} ${clock}`, 'iso')).toBe(ms);
        expect(parseWhen(`${name} ${d}, ${y} ${twelve}`, 'iso')).toBe(ms);
        expect(parseWhen(String((ms - Date.UTC(1899, 11, 30)) / 86_400_000), 'excel')).toBe(ms);
        if (ms > 0) expect(parseWhen(String(ms), 'epoch-milliseconds')).toBe(ms);
      }),
    );
  });

  test('in a zone reads back from what a clock there shows', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    fc.assert(
      fc.property(instants, zones, (date, zone) => {
        const seconds = date.getTime() - (((date.getTime() % 1000) + 1000) % 1000);
        const shown = new Date(seconds).toLocaleString('sv-SE', { timeZone: zone });
        const read = parseWhen(shown, 'iso', zone);
        // An hour that occurs twice is the first one.
        expect(new Date(Number(read)).toLocaleString('sv-SE', { timeZone: zone })).toBe(shown);
      }),
    );
  });
});

test('any text is a date, no date or undefined, under every format', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789-/.:T Zapm+JanMärz'), maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...dateFormats), (some, format) => {
      const when = parseWhen(some, format);
      expect(when === undefined || when === 'none' || Number.isSafeInteger(when)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('the format of a column', () => {
  test.each([
    [['2024-01-24T09:05:03.1234567', '1899-12-30T00:00:00', ''], 'iso', false],
    [['24 Jan 2024', 'Feb 3, 2024'], 'iso', false],
    [['29/2/2016 01:16', '5/3/2016 12:00'], 'dmy', false],
    [['2/29/2016', '3/5/2016'], 'mdy', false],
    [['1/2/2016', '3/5/2016'], 'dmy', true],
    [['1/2/2016 1:00 PM', '3/5/2016 2:00 AM'], 'mdy', true],
    [['29/2/2016', '2/28/2016', '1/13/2016'], 'mdy', true],
    [['45315', '45316.5'], 'excel', false],
    [['1706087103', '1706087104'], 'epoch-seconds', false],
    [['1706087103123'], 'epoch-milliseconds', false],
    [['2024-01-24', '25/1/2024', '26 Jan 2024', '45315'], 'dmy', false],
    [['hello', 'world', '2024-01-24'], undefined, false],
    [['', '1900-01-01'], undefined, false],
    [[], undefined, false],
  ])('of %j is %s, in doubt: %s', (samples, chosen, ambiguous) => {
    expect(guessDateFormat(samples)).toMatchObject({ chosen, ambiguous });
  });

  test('lists what each candidate reads and the first text it cannot', () => {
    expect(guessDateFormat(['29/2/2016', '5/3/2016', 'soon']).candidates).toEqual([
      { format: 'dmy', reads: 2, fails: 'soon' },
      { format: 'mdy', reads: 1, fails: '29/2/2016' },
    ]);
  });
});
