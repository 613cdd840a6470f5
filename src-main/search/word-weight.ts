/**
 * How telling a word is that stands in so many of the rows: Okapi's idf, with 1 added so that it stays above 0 for words
 * in more than half of them; 0 leaves it as FTS5 has it.
 */
export function weighWord(documents: number, rows: number, added: 0 | 1 = 1): number {
  return Math.log(added + (rows - documents + 0.5) / (documents + 0.5));
}

/** What it counts that a query says a word so often: `k3` of Okapi is how soon saying it again stops to count. */
export function emphasise(count: number, k3: number): number {
  return ((k3 + 1) * count) / (k3 + count);
}
