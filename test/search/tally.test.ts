import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTally } from '../../src-main/search/tally.ts';

const id = fc.oneof(
  fc.integer({ min: 1, max: 400 }),
  fc.integer({ min: 60_000, max: 70_000 }),
  fc.nat(5_000_000).map((n) => n + 1),
);
const answer = fc.record({
  ids: fc.uniqueArray(id, { maxLength: 200 }),
  value: fc.integer({ min: 1, max: 64 }),
  goesOn: fc.boolean(),
});

test('a tally adds up what a plain map would, once a round, names the best in order, and starts afresh', () => {
  const tally = createTally();
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (answers, count) => {
      tally.clear();
      const sums = new Map<number, number>();
      const added = new Set<number>();
      let round = 1;
      for (const { ids, value, goesOn } of answers) {
        if (!goesOn) {
          round += 1;
          added.clear();
        }
        tally.add(ids, value, round);
        for (const each of ids) {
          if (!added.has(each)) sums.set(each, (sums.get(each) ?? 0) + value);
          added.add(each);
        }
      }
      const expected = [...sums].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([each]) => each);
      expect(tally.size()).toBe(sums.size);
      expect(tally.best(count)).toEqual(expected.slice(0, count));
      for (const each of expected) expect(tally.has(each)).toBe(true);
      expect(tally.has(6_000_000)).toBe(false);
    }),
  );
});
