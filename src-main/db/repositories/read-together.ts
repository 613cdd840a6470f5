import type { Connection } from './connection.ts';

/**
 * Runs several reads on one state of the file, within the transaction in progress or one of their own. It also spares
 * each statement its own locks, which cost more than a read by key.
 */
export function createReadTogether(connection: Connection): <T>(work: () => T) => T {
  const run = connection.transaction((work: () => unknown) => work());
  return <T>(work: () => T): T => (connection.inTransaction ? work() : (run.deferred(work) as T));
}
