/** A word of an index table, as its stem, with how many of the table's rows had it, and how many rows there were. */
export interface CountedWord {
  readonly table: string;
  readonly term: string;
  readonly documents: number;
  readonly rows: number;
}

/** What was counted ahead of the searches that ask for it. */
export interface CountedWords {
  find(table: string, term: string): CountedWord | undefined;
  /** Instead of what was learned before. */
  learn(words: readonly CountedWord[]): void;
}

export function createCountedWords(): CountedWords {
  const tables = new Map<string, Map<string, CountedWord>>();
  return {
    find: (table, term) => tables.get(table)?.get(term),
    learn(words) {
      tables.clear();
      for (const word of words) {
        const terms = tables.get(word.table) ?? new Map<string, CountedWord>();
        tables.set(word.table, terms.set(word.term, word));
      }
    },
  };
}
