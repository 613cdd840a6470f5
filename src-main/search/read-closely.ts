import type { KindOfRecord } from './kinds.ts';
import { createLexicon, type Lexicon, type Words } from './lexicon.ts';
import type { Statements } from './statements.ts';

/** A record as its index has it, word by word. */
export interface ReadRecord {
  /** In the order of the kind's columns; the first is the title. */
  readonly columns: readonly Words[];
  /** The title as written. */
  readonly title: string;
  /** Time that slightly prefers recent records, in epoch milliseconds; 0 where the kind has none. */
  readonly at: number;
  /** The text goes on. */
  readonly cut: boolean;
}

export interface CloseReader {
  readonly lexicon: Lexicon;
  read(kind: KindOfRecord, ids: readonly number[]): Map<number, ReadRecord>;
}

interface Kept {
  readonly texts: readonly string[];
  readonly columns: readonly Words[];
}

const readCharacters = 20_000;
/** Words that are kept, of all records together: some 16 MB. */
const mostKept = 4_000_000;
const mostNumbered = 400_000;

/**
 * Reads the texts of records for ranking. What was read is kept as long as the text stays the same, since splitting a
 * long article into words costs more than all the rest of a search.
 */
export function createCloseReader(statements: Statements): CloseReader {
  const lexicon = createLexicon();
  const kept = new Map<string, Kept>();
  let words = 0;
  const keep = (key: string, texts: readonly string[]): Kept => {
    const known = kept.get(key);
    if (known?.texts.every((text, at) => text === texts[at]) === true) return known;
    const record = { texts, columns: texts.map((text) => lexicon.read(text)) };
    kept.set(key, record);
    words += record.columns.reduce((sum, column) => sum + column.length, 0);
    return record;
  };
  return {
    lexicon,
    read: (kind, ids) => {
      // Never within a search: its records and its query have to be numbered alike.
      if (words > mostKept || lexicon.size() > mostNumbered) {
        kept.clear();
        lexicon.clear();
        words = 0;
      }
      const { from, columns } = kind.indexed;
      const cells = columns.map((column) => `substr(d.${column}, 1, ${readCharacters})`).join(', ');
      const at = kind.recent === undefined ? '0' : `d.${kind.recent}`;
      const rows = statements.rows<[number, number, ...string[]]>(
        `SELECT d.id, ${at}, ${cells} FROM ${from} d WHERE d.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      );
      return new Map(
        rows.map(([id, time, ...texts]) => {
          const record = keep(`${from} ${id}`, texts);
          const cut = texts.some((text) => text.length >= readCharacters);
          return [id, { columns: record.columns, title: texts[0] ?? '', at: time, cut }];
        }),
      );
    },
  };
}
