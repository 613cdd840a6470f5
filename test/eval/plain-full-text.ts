import Sqlite from 'better-sqlite3';
import { stopWords } from '../../src-main/search/stop-words.ts';
import type { CorpusDocument } from './read-retrieval-set.ts';

/** What SQLite alone gives: FTS5 with its English stemmer and bm25, a query's words joined by OR without stop words. */
export function createPlainFullText(corpus: readonly CorpusDocument[]) {
  const db = new Sqlite(':memory:');
  db.exec(`CREATE VIRTUAL TABLE plain USING fts5(title, text, tokenize = 'porter unicode61')`);
  const insert = db.prepare('INSERT INTO plain (rowid, title, text) VALUES (?, ?, ?)');
  db.transaction(() => corpus.forEach(({ title, text }, at) => insert.run(at + 1, title, text)))();
  const select = db
    .prepare<[string, number], number>(`SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT ?`)
    .pluck();
  return {
    search(text: string, limit: number): number[] {
      const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      const telling = new Set(words.filter((word) => !stopWords.has(word)));
      const asked = telling.size > 0 ? telling : new Set(words);
      if (asked.size === 0) return [];
      return select.all([...asked].map((word) => `"${word}"`).join(' OR '), limit);
    },
    close: () => db.close(),
  };
}
