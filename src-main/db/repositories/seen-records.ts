import Sqlite from 'better-sqlite3';
import { translateSqliteError } from '../sqlite-errors.ts';

interface SeenRecord {
  readonly recordId: number;
  readonly fingerprint: string;
}

export interface SeenRecords {
  find(kind: string, externalId: string): SeenRecord | undefined;
  put(kind: string, externalId: string, record: SeenRecord): void;
  close(): void;
}

/**
 * The ids of a file that is only checked. They are kept in a database without a name: what its cache does not hold lies in
 * a file of the system's folder for such, so that memory does not grow with the file, and is gone with the process.
 */
export function openSeenRecords(): SeenRecords {
  const connection = new Sqlite('');
  // Nobody ever goes back in it.
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma('cache_size = -16384');
  connection.exec(
    `CREATE TABLE seen (kind TEXT, external_id TEXT, record_id INTEGER, fingerprint TEXT,
       PRIMARY KEY (kind, external_id)) WITHOUT ROWID`,
  );
  const find = connection.prepare<[string, string], SeenRecord>(
    'SELECT record_id AS recordId, fingerprint FROM seen WHERE kind = ? AND external_id = ?',
  );
  const put = connection.prepare<[string, string, number, string]>(
    `INSERT INTO seen (kind, external_id, record_id, fingerprint) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET record_id = excluded.record_id, fingerprint = excluded.fingerprint`,
  );
  // One transaction for all: each of its own would write every changed page at once.
  connection.exec('BEGIN');
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw translateSqliteError(error);
    }
  };
  return {
    find: (kind, externalId) => translated(() => find.get(kind, externalId)),
    put: (kind, externalId, { recordId, fingerprint }) =>
      translated(() => void put.run(kind, externalId, recordId, fingerprint)),
    close: () => void connection.close(),
  };
}
