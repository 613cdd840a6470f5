import type { Database } from 'better-sqlite3';

export type SecretRepository = ReturnType<typeof createSecretRepository>;

/** Secrets that the workbench must be able to read again. Who writes one decides in what form. */
export function createSecretRepository(connection: Database) {
  const find = connection.prepare<[string], string>('SELECT value FROM access_secret WHERE name = ?').pluck();
  const list = connection.prepare<[string], { name: string; value: string }>(
    "SELECT name, value FROM access_secret WHERE name LIKE ? || '%' ORDER BY name",
  );
  const insert = connection.prepare('INSERT INTO access_secret (name, value) VALUES (?, ?)');
  const put = connection.prepare(`
    INSERT INTO access_secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const remove = connection.prepare('DELETE FROM access_secret WHERE name = ?');
  return {
    find: (name: string): string | undefined => find.get(name),
    list: (prefix: string) => list.all(prefix),
    /** Called inside a transaction, as the next two. */
    insert: (name: string, value: string) => void insert.run(name, value),
    put: (name: string, value: string) => void put.run(name, value),
    remove: (name: string) => void remove.run(name),
  };
}
