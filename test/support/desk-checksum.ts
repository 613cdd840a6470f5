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
