import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toIso } from '../../src-main/tools/timestamp.ts';

test('a time is written as Date writes it, to the millisecond and in any year', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }), (at) => {
      expect(toIso(at)).toBe(new Date(at).toISOString());
    }),
  );
});
