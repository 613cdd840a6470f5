import type { Database } from 'better-sqlite3';

export type SecretRepository = ReturnType<typeof createSecretRepository>;

/** Secrets that the workbench made for itself and must be able to read again, such as signing keys. */
export function createSecretRepository(connection: Database) {
  const find = connection.prepare<[string], string>('SELECT value FROM access_secret WHERE name = ?').pluck();
  const insert = connection.prepare('INSERT INTO access_secret (name, value) VALUES (?, ?)');
  return {
    find: (name: string): string | undefined => find.get(name),
    /** Called inside a transaction. */
    insert: (name: string, value: string) => void insert.run(name, value),
  };
}
