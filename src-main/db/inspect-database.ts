import type { Database } from 'better-sqlite3';
import { schemaVersion } from './migrate.ts';

const counted = {
  tickets: 'desk_ticket',
  articles: 'desk_article',
  users: 'desk_user',
  agents: 'desk_agent',
  assets: 'desk_asset',
  applications: 'access_application',
  keys: 'access_key',
  calls: 'trace_call',
} as const;

export type Counted = keyof typeof counted;

export interface ChangedRow {
  readonly table: string;
  readonly id: number | null;
  readonly operation: 'insert' | 'update' | 'delete' | 'bulk';
}

export interface Inspection {
  readonly schemaVersion: number;
  counts(): Record<Counted, number>;
  /** What SQLite finds wrong with the file, at most ten lines; takes about a second for each gigabyte. */
  findDamage(): string[];
  /** When anything was last written down, epoch milliseconds; undefined in a new folder. */
  latestTrace(): number | undefined;
  /** The rows that a change set changed, in its order, at most a hundred. */
  listChangedRows(changeSetId: number): ChangedRow[];
}

/** Facts about the file as a whole, for status and diagnosis. */
export function createInspection(connection: Database): Inspection {
  const changedRows = connection.prepare<[number], ChangedRow>(
    `SELECT table_name AS "table", row_id AS id, operation FROM trace_change
     WHERE change_set_id = ? ORDER BY id LIMIT 100`,
  );
  return {
    schemaVersion,
    listChangedRows: (changeSetId) => changedRows.all(changeSetId),
    counts: () =>
      Object.fromEntries(
        Object.entries(counted).map(([name, table]) => [
          name,
          connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
        ]),
      ) as Record<Counted, number>,
    findDamage() {
      const lines = connection.prepare<[], string>('PRAGMA quick_check(10)').pluck().all();
      return lines.filter((line) => line !== 'ok');
    },
    latestTrace: () =>
      connection
        .prepare<[], number | null>(
          `SELECT max(at) FROM (
             SELECT at FROM (SELECT at FROM trace_change_set ORDER BY id DESC LIMIT 1)
             UNION ALL SELECT at FROM (SELECT at FROM trace_call ORDER BY id DESC LIMIT 1)
             UNION ALL SELECT at FROM (SELECT at FROM conf_version ORDER BY version DESC LIMIT 1))`,
        )
        .pluck()
        .get() ?? undefined,
  };
}
