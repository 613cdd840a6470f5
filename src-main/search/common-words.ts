import type { CountedWord } from './counted-words.ts';
import { indexTables } from './kinds.ts';
import type { SearchConnection } from './search-types.ts';
import { createStatements, type Statements } from './statements.ts';
import { readTotals } from './vocabulary.ts';

/** Rows of an index whose common words are worth counting ahead, and rows that such a word stands in. */
const worthwhile = { large: 100_000, common: 1_000 };

/**
 * How often the common words of the large index tables stand there. The index knows only by reading all their rows, which
 * takes 4 s at a million tickets with five million actions, and tens of milliseconds of a search for each such word.
 */
export function countCommonWords(connection: SearchConnection, { large, common } = worthwhile): CountedWord[] {
  const statements = createStatements(connection);
  return findLarge(statements, large).flatMap(({ name, rows }) =>
    statements
      .rows<[string, number]>(`SELECT term, doc FROM ${name}_words WHERE doc >= ?`, common)
      .map(([term, documents]) => ({ table: name, term, documents, rows })),
  );
}

/** Whether there is anything to count. */
export function prepareHasCommonWords(connection: SearchConnection): () => boolean {
  const statements = createStatements(connection);
  return () => findLarge(statements, worthwhile.large).length > 0;
}

function findLarge(statements: Statements, large: number): { name: string; rows: number }[] {
  return indexTables
    .map(({ name }) => ({ name, rows: readTotals(name, statements).rows }))
    .filter(({ rows }) => rows >= large);
}
