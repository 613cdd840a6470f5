import type { Connection } from './connection.ts';
import { createReadTogether } from './read-together.ts';

/** Texts of a conversation are numbered in the lower bits of the key, up to a million of them. */
const bits = 2 ** 20;
/** A long text is several entries, so that the place of a word in it is found at little cost. */
const longestEntry = 20_000;
/** Of one text; what stands further behind is not found. */
const mostEntries = 10;
const mostWords = 8;

/** Writes the words of conversations. Methods are called inside a transaction. */
export function createConversationIndex(connection: Connection) {
  const last = connection
    .prepare<[number, number], number>(
      'SELECT rowid FROM find_conversation WHERE rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT 1',
    )
    .pluck();
  const insert = connection.prepare('INSERT INTO find_conversation (rowid, text) VALUES (?, ?)');
  const removeOne = connection.prepare('DELETE FROM find_conversation WHERE rowid = ?');
  const remove = connection.prepare('DELETE FROM find_conversation WHERE rowid >= ? AND rowid < ?');

  return {
    setTitle(conversationId: number, title: string): void {
      removeOne.run(conversationId * bits);
      insert.run(conversationId * bits, title);
    },
    add(conversationId: number, text: string): void {
      const start = conversationId * bits;
      let key = last.get(start, start + bits) ?? start;
      for (let from = 0; from < Math.min(text.length, longestEntry * mostEntries); from += longestEntry) {
        key += 1;
        if (key >= start + bits) return;
        insert.run(key, text.slice(from, from + longestEntry));
      }
    },
    removeOf: (conversationId: number) => void remove.run(conversationId * bits, (conversationId + 1) * bits),
  };
}

export interface FindConversations {
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
}

export interface FoundConversations {
  /** The latest first. */
  readonly rows: readonly { readonly id: number; readonly excerpt: string }[];
  readonly total: number;
}

/** Around the word in an excerpt, in characters. */
const excerptLength = 120;

/** Conversations in which every word stands somewhere; the last may be the beginning of one. */
export function prepareFindConversations(connection: Connection) {
  const together = createReadTogether(connection);
  // Of each conversation the first entry that has the word, and nothing is read but the index.
  const withWord = `SELECT rowid / ${bits} AS id, min(rowid) AS place FROM find_conversation
    WHERE find_conversation MATCH ? GROUP BY 1`;
  const statements = Array.from({ length: mostWords }, (_, index) =>
    connection.prepare<unknown[], { id: number; place: number; total: number }>(
      `SELECT c.id, w.place, count(*) OVER () AS total FROM (${withWord}) w CROSS JOIN trace_conversation c ON c.id = w.id
       WHERE TRUE ${`AND c.id IN (SELECT rowid / ${bits} FROM find_conversation WHERE find_conversation MATCH ?)`.repeat(index)}
       ORDER BY c.updated_at DESC, c.id DESC LIMIT ? OFFSET ?`,
    ),
  );
  const entry = connection.prepare<[number], string>('SELECT text FROM find_conversation WHERE rowid = ?').pluck();

  return ({ text, limit, offset }: FindConversations): FoundConversations =>
    together(() => {
      const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, mostWords).reverse();
      const [last = ''] = words;
      // What is still being written may be the beginning of a word; a single letter would be that of most.
      const patterns = words.map((word, index) => `"${word}"${index === 0 && word.length > 1 ? '*' : ''}`);
      const found = statements[patterns.length - 1]?.all(...patterns, limit, offset) ?? [];
      return {
        total: found[0]?.total ?? 0,
        rows: found.map(({ id, place }) => ({ id, excerpt: cutExcerpt(entry.get(place) ?? '', last) })),
      };
    });
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function cutExcerpt(text: string, word: string): string {
  const wanted = fold(word);
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const at = tokens.find(([token]) => fold(token).startsWith(wanted))?.index ?? 0;
  const from = at < excerptLength / 2 ? 0 : at - excerptLength / 2;
  const piece = text.slice(from, from + excerptLength).replace(/\s+/gu, ' ');
  // Not in the midst of a word, nor of a character.
  const begun = from === 0 ? piece : `…${piece.replace(/^\S*\s/u, '')}`;
  return from + excerptLength >= text.length ? begun.trim() : `${begun.replace(/\s\S*$/u, '')}…`;
}
