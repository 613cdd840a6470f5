import type { Database } from 'better-sqlite3';
import { createReferenceNames } from './reference-names.ts';
import { createRowOwner } from './row-owner.ts';

export interface ChangeRow {
  readonly table: string;
  readonly id: number | null;
  readonly operation: 'insert' | 'update' | 'delete' | 'bulk';
  /** JSON texts of the changed columns. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChangeCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

export type ChangeRepository = ReturnType<typeof createChangeRepository>;

/** Reads the change ledger by change set. */
export function createChangeRepository(connection: Database) {
  const rows = connection.prepare<[number, number], ChangeRow>(
    `SELECT table_name AS "table", row_id AS id, operation, before, after FROM trace_change
     WHERE change_set_id = ? ORDER BY id LIMIT ?`,
  );
  const counts = connection.prepare<[number], ChangeCounts>(
    `SELECT count(*) FILTER (WHERE operation = 'insert') AS inserted,
       count(*) FILTER (WHERE operation = 'update') AS updated,
       count(*) FILTER (WHERE operation = 'delete') AS deleted
     FROM trace_change WHERE change_set_id = ?`,
  );
  const records = connection.prepare<[number, number], { table: string; id: number | null }>(
    `SELECT table_name AS "table", row_id AS id FROM trace_change WHERE change_set_id = ? ORDER BY id LIMIT ?`,
  );

  const touches = connection
    .prepare<[number, string], number>(
      `SELECT 1 FROM trace_change WHERE change_set_id = ? AND table_name IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .pluck();

  return {
    listRows: (changeSetId: number, limit: number): ChangeRow[] => rows.all(changeSetId, limit),
    count: (changeSetId: number): ChangeCounts => counts.get(changeSetId) ?? { inserted: 0, updated: 0, deleted: 0 },
    /** Whether a row of one of the tables changed. */
    touches: (changeSetId: number, tables: ReadonlySet<string>): boolean =>
      touches.get(changeSetId, JSON.stringify([...tables])) !== undefined,
    ownerOf: createRowOwner(connection),
    references: createReferenceNames(connection),
    /** Tables and ids alone, in the ledger's order, a record as often as it changed. */
    listRecords: (changeSetId: number, limit: number) => records.all(changeSetId, limit),
  };
}
