import type { Database } from 'better-sqlite3';

/** A browser's session by the hash of its secret. Times are epoch milliseconds. */
export interface StoredSession {
  readonly hash: Buffer;
  readonly createdAt: number;
  readonly lastUsedAt: number;
}

interface Row {
  readonly hash: Buffer;
  readonly created_at: number;
  readonly last_used_at: number;
}

/** Sessions of the pages in a browser. Methods that write are called inside a transaction. */
export function createBrowserSessionRepository(connection: Database) {
  const list = connection.prepare<[], Row>('SELECT hash, created_at, last_used_at FROM access_browser_session');
  const insert = connection.prepare(
    'INSERT INTO access_browser_session (hash, created_at, last_used_at) VALUES (@hash, @createdAt, @lastUsedAt)',
  );
  const recordUse = connection.prepare('UPDATE access_browser_session SET last_used_at = ? WHERE hash = ?');
  const remove = connection.prepare('DELETE FROM access_browser_session WHERE hash = ?');

  return {
    list: (): StoredSession[] =>
      list.all().map(({ hash, created_at: createdAt, last_used_at: lastUsedAt }) => ({ hash, createdAt, lastUsedAt })),
    insert: (session: StoredSession) => void insert.run(session),
    recordUse: (hash: Buffer, at: number) => void recordUse.run(at, hash),
    remove: (hash: Buffer) => void remove.run(hash),
  };
}
