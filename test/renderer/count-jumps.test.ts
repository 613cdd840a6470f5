import { expect, test } from 'vitest';
import { countJumps, type Glimpse } from '../../src-renderer/components/table/count-jumps.ts';

const follow = (ranges: readonly (readonly [number, number])[], isScrolling = true): number =>
  ranges.reduce<Glimpse>((seen, [from, to]) => countJumps(seen, from, to, isScrolling), { from: 0, to: 30, jumps: 0 })
    .jumps;

test('a list whose rows are all replaced frame by frame is jumping, in either direction', () => {
  expect(
    follow([
      [100, 130],
      [200, 230],
      [300, 330],
    ]),
  ).toBe(3);
  expect(
    follow([
      [300, 330],
      [200, 230],
    ]),
  ).toBe(2);
});

test('a single jump counts one, also while the same rows are drawn again', () => {
  expect(
    follow([
      [970, 1000],
      [970, 1000],
      [970, 1000],
    ]),
  ).toBe(1);
});

test('rows that stay in sight, or a list that stands still, end the count', () => {
  expect(
    follow([
      [100, 130],
      [200, 230],
      [204, 234],
    ]),
  ).toBe(0);
  expect(countJumps({ from: 200, to: 230, jumps: 4 }, 200, 230, false).jumps).toBe(0);
});
