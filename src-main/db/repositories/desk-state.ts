import type { Database } from 'better-sqlite3';

/** Whether the data folder has no desk yet: every desk, even an empty one, has statuses. */
export function isDeskEmpty(connection: Database): boolean {
  return connection.prepare('SELECT 1 FROM desk_status LIMIT 1').get() === undefined;
}
