import type { IndexTable } from './kinds.ts';
import type { Statements } from './statements.ts';

export interface Term {
  readonly term: string;
  readonly documents: number;
  /** See lettersOf. */
  readonly letters: number;
}

/** Which of the letters a to z a word has, as bits; other characters share the remaining ones. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return letters;
}

/** The words of the index, as stems, with the number of index rows that hold each. */
export interface Vocabulary {
  documents(tables: readonly IndexTable[], term: string): number;
  hasBeginning(table: IndexTable, letters: string): boolean;
  /** The terms that begin with a letter, from a copy that is renewed when the index has changed. */
  beginningWith(table: IndexTable, letter: string): readonly Term[];
  /** How many rows the largest of the tables holds, roughly: its highest id. */
  size(desk: string): number;
}

interface Copy {
  readonly stamp: string;
  readonly terms: readonly Term[];
}

export function createVocabulary(statements: Statements): Vocabulary {
  const copies = new Map<string, Copy>();
  /** Changes with every commit of any connection: the file's counter for others', the row counter for our own. */
  const stamp = (): string =>
    `${String(statements.value('PRAGMA data_version'))} ${String(statements.value('SELECT total_changes()'))}`;
  return {
    documents: (tables, term) => {
      let documents = 0;
      for (const { name } of tables) {
        documents += Number(statements.value(`SELECT doc FROM ${name}_words WHERE term = ?`, term) ?? 0);
      }
      return documents;
    },
    hasBeginning: ({ name }, letters) =>
      statements.value(
        `SELECT 1 FROM ${name}_words WHERE term >= ? AND term < ? LIMIT 1`,
        letters,
        letters + '\u{10ffff}',
      ) !== undefined,
    beginningWith: ({ name }, letter) => {
      const key = `${name} ${letter}`;
      const now = stamp();
      const copy = copies.get(key);
      if (copy?.stamp === now) return copy.terms;
      const rows = statements.rows<[string, number]>(
        `SELECT term, doc FROM ${name}_words WHERE term >= ? AND term < ?`,
        letter,
        letter + '\u{10ffff}',
      );
      const terms = rows.map(([term, documents]) => ({ term, documents, letters: lettersOf(term) }));
      if (copies.size >= 300) copies.clear();
      copies.set(key, { stamp: now, terms });
      return terms;
    },
    size: (desk) => Math.max(1, Number(statements.value(`SELECT max(id) FROM ${desk}`) ?? 0)),
  };
}
