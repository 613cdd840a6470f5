import { expect, test } from 'vitest';
import { noteText, pageNumber, recordId, searchOrListText, text } from '../../src-main/tools/arguments.ts';

const line = text({ max: 5 });

test('Text is kept as it is, markup, SQL and white space included.', () => {
  for (const value of ['<b>a</b> & "b"', "'; DROP TABLE desk_ticket; --", ' a\tb\r\nc ', 'Ünïcödé 👩‍👩‍👧']) {
    expect(noteText.parse(value)).toBe(value);
  }
});

test.each(['a\u0000b', 'a\u001bb', 'a\u007fb', 'a\u0085b', '\ud800', 'a\udc00b'])(
  'Text with %j is refused.',
  (value) => {
    expect(noteText.safeParse(value).error?.issues[0]?.message).toMatch('control characters or broken Unicode');
  },
);

test('Length is counted in characters, so that what the published schema allows is allowed.', () => {
  expect(line.safeParse('👍👍👍👍👍').success).toBe(true);
  expect(line.safeParse('👍👍👍👍👍👍').error?.issues[0]?.message).toBe('Longer than 5 characters. Shorten it.');
  expect(line.safeParse('123456').success).toBe(false);
});

test('Blank text is refused unless it may be empty.', () => {
  expect(line.safeParse(' \n ').error?.issues[0]?.message).toBe('Is empty. Give it some text.');
  expect(searchOrListText.safeParse('').success).toBe(true);
});

test.each([0, -1, 1.5, 2 ** 53, Number.NaN, '1', null])('An id or a page of %j is refused.', (value) => {
  expect(recordId('x').safeParse(value).success).toBe(false);
  expect(pageNumber.safeParse(value).success).toBe(false);
});
