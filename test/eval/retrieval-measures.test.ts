import { expect, test } from 'vitest';
import { measure } from './retrieval-measures.ts';

const relevant = new Map([
  ['a', 2],
  ['b', 1],
]);

test('the measures of a ranked list are those of the textbook', () => {
  const ideal = 2 + 1 / Math.log2(3);
  expect(measure(['x', 'a', 'y', 'z', 'w', 'b'], relevant)).toEqual({
    recall1: 0,
    recall5: 0.5,
    recall10: 1,
    mrr10: 0.5,
    ndcg10: (2 / Math.log2(3) + 1 / Math.log2(7)) / ideal,
    hit10: 1,
  });
});

test('what is found beyond the tenth place counts as not found', () => {
  const ranked = [...'cdefghijkl', 'a'];
  expect(measure(ranked, relevant)).toEqual({ recall1: 0, recall5: 0, recall10: 0, mrr10: 0, ndcg10: 0, hit10: 0 });
});
