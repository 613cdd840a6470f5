import type { CountedWord, CountedWords } from './counted-words.ts';
import type { IndexTable } from './kinds.ts';
import type { Statements } from './statements.ts';
import { readVarints } from './varints.ts';

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
  /** Has to be called on the state of the file that is asked about: forgets what was counted on another. */
  begin(): void;
  documents(tables: readonly IndexTable[], term: string): number;
  hasBeginning(table: IndexTable, letters: string): boolean;
  /** The terms that begin with a letter, from a copy that is renewed when the index has changed. */
  beginningWith(table: IndexTable, letter: string): readonly Term[];
  totals(table: IndexTable): Totals;
}

interface Totals {
  readonly rows: number;
  /** Of all its columns together, per row. */
  readonly averageWords: number;
  /** Of each column. */
  readonly columnWords: readonly number[];
}

interface Copy {
  readonly stamp: string;
  readonly terms: readonly Term[];
}

interface Count extends Pick<CountedWord, 'documents' | 'rows'> {
  readonly stamp: string;
}

const mostCounts = 20_000;
/** Words in fewer rows are counted anew after each change, which takes no time. */
const common = 500;

export function createVocabulary(statements: Statements, counted?: CountedWords): Vocabulary {
  const copies = new Map<string, Copy>();
  /** Changes with every commit of any connection: the file's counter for others', the row counter for our own. */
  const stamp = (): string =>
    `${String(statements.value('PRAGMA data_version'))} ${String(statements.value('SELECT total_changes()'))}`;
  /**
   * The index counts a word's rows by reading them all. Of a common word the number is kept until the index has grown or
   * shrunk by a fiftieth: what such a word weighs changes by less than what tells two records apart.
   */
  const counts = new Map<string, Count>();
  let now = '';
  const count = (table: IndexTable, term: string): number => {
    const key = `${table.name} ${term}`;
    const own = counts.get(key);
    if (own?.stamp === now) return own.documents;
    const total = totals(table).rows;
    for (const known of [own, counted?.find(table.name, term)]) {
      if (known !== undefined && known.documents >= common && Math.abs(total - known.rows) * 50 < known.rows) {
        return known.documents;
      }
    }
    const documents = Number(statements.value(`SELECT doc FROM ${table.name}_words WHERE term = ?`, term) ?? 0);
    if (counts.size >= mostCounts) counts.clear();
    counts.set(key, { documents, rows: total, stamp: now });
    return documents;
  };
  const totals = ({ name }: IndexTable): Totals => readTotals(name, statements);
  return {
    begin: () => {
      now = stamp();
    },
    documents: (tables, term) => tables.reduce((sum, table) => sum + count(table, term), 0),
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
    totals,
  };
}

/** FTS5 keeps them for its own bm25: the number of rows, then the words of each column, as variable-length integers. */
export function readTotals(table: string, statements: Statements): Totals {
  const block = statements.value(`SELECT block FROM ${table}_data WHERE id = 1`);
  const [rows = 0, ...words] = block instanceof Uint8Array ? readVarints(block) : [];
  const columnWords = words.map((each) => each / Math.max(1, rows));
  return {
    rows: Math.max(1, rows),
    averageWords: Math.max(
      1,
      columnWords.reduce((sum, each) => sum + each, 0),
    ),
    columnWords,
  };
}
