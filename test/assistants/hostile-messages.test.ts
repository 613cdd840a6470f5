import { describe, expect, test } from 'vitest';
import { decide } from '../../src-main/assistants/offline-model/decide.ts';
import others from './other-tools.json' with { type: 'json' };

const tools = others.desk.map(({ name, description, inputSchema }) => ({
  ...{ key: name, name, description },
  schema: inputSchema,
}));
const leads = ['log a ticket for ', 'add a note to ticket 12 saying ', 'if ticket 3 is open ', 'find ', ''];
const units = [
  'a',
  'A',
  '1',
  'aA',
  'a.',
  'a-1',
  'a@',
  '-',
  ',',
  '“',
  '«',
  '‘',
  '"',
  '(',
  '\n',
  ', ',
  '1 and ',
  'saying ',
];

/** Patterns whose time grows with the square of the length take longer over one of these than a test may. */
describe('the offline model, asked with 20,000 characters of one thing', () => {
  test.each(leads)('after “%s”, decides all the same.', (lead) => {
    for (const unit of units) {
      const text = lead + unit.repeat(Math.floor(20_000 / unit.length));
      const decision = decide({ turns: [{ kind: 'message', role: 'user', text }], tools, now: 0 });
      expect(['answer', 'calls']).toContain(decision.kind);
    }
  });
});
