import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** A digest of every row of every desk table: the same exactly when the desk holds the same. */
export function checksumDesk(connection: Database): string {
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'desk\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
  const digest = createHash('sha256');
  for (const table of tables) {
    digest.update(`\n${table}\n`);
    for (const row of connection.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().iterate()) {
      digest.update(`${JSON.stringify(row)}\n`);
    }
  }
  return digest.digest('hex');
}

/** A digest of everything in the file, the counters of its ids and the tables of its search index included. */
export function checksumFile(connection: Database): string {
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name",
    )
    .pluck()
    .all();
  const digest = createHash('sha256');
  for (const table of tables) {
    digest.update(`\n${table}\n`);
    for (const row of connection.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
      const values = (row as unknown[]).map((value) => (Buffer.isBuffer(value) ? value.toString('base64') : value));
      digest.update(`${JSON.stringify(values)}\n`);
    }
  }
  return digest.digest('hex');
}
