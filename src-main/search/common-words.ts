import type { CountedWord } from './counted-words.ts';
import { indexTables } from './kinds.ts';
import type { SearchConnection } from './search-types.ts';
import { createStatements, type Statements } from './statements.ts';
import { readTotals } from './vocabulary.ts';

/** Rows of an index whose common words are worth counting ahead, and rows that such a word stands in. */
const worthwhile = { large: 100_000, common: 1_000 };

/** Words of a portion, between two of which the thread can be ended. */
const atOnce = 5_000;

/**
 * How often the common words of the large index tables stand there. The index knows only by reading all their rows, which
 * takes 3 s at a million tickets with five million actions, and tens of milliseconds of a search for each such word.
 */
export function countCommonWords(connection: SearchConnection, { large, common } = worthwhile): CountedWord[] {
  const statements = createStatements(connection);
  const counted: CountedWord[] = [];
  for (const { name: table, rows } of findLarge(statements, large)) {
    for (let after: string | undefined = ''; after !== undefined;) {
      const portion: [string, number][] = statements.rows(
        `SELECT term, doc FROM ${table}_words WHERE term > ? ORDER BY term LIMIT ?`,
        after,
        atOnce,
      );
      for (const [term, documents] of portion) {
        if (documents >= common) counted.push({ table, term, documents, rows });
      }
      after = portion.length < atOnce ? undefined : portion.at(-1)?.[0];
    }
  }
  return counted;
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
