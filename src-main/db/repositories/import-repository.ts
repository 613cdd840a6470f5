import type { ImportCounts, ImportState } from '../../../src-shared/api/imports.ts';
import type { Connection } from './connection.ts';

export interface ImportRow {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly fileName: string;
  readonly dryRun: 0 | 1;
  readonly state: ImportState;
  readonly afterRemoving: 'cancelled' | 'failed' | 'removed' | null;
  readonly plan: string;
  readonly actor: string;
  readonly changeSetId: number | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly error: string | null;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly made: string;
  readonly remarks: string;
  readonly kept: number;
}

export interface RefusalRow {
  readonly row: number;
  readonly externalId: string;
  readonly reason: string;
  readonly text: string;
}

export type NewImport = Pick<
  ImportRow,
  'kind' | 'source' | 'fileName' | 'dryRun' | 'plan' | 'actor' | 'startedAt' | 'bytesTotal'
>;

export interface ImportFigures extends ImportCounts {
  readonly bytesRead: number;
  /** JSON arrays. */
  readonly made: string;
  readonly remarks: string;
}

const columns = `id, kind, source, file_name AS fileName, dry_run AS dryRun, state, after_removing AS afterRemoving, plan,
  actor, change_set_id AS changeSetId, started_at AS startedAt, finished_at AS finishedAt, error,
  bytes_read AS bytesRead, bytes_total AS bytesTotal, rows_read AS read, created, updated, unchanged, refused,
  left_out AS leftOut, made, remarks, kept`;

/**
 * The imports that were made, how they ended, and the rows that they refused. `changed` is called when one of them began,
 * went on or ended, within the transaction that says so.
 */
export function createImportRepository(connection: Connection, changed: () => void) {
  const insert = connection.prepare<[NewImport]>(
    `INSERT INTO trace_import (kind, source, file_name, dry_run, state, plan, actor, started_at, bytes_total)
     VALUES (@kind, @source, @fileName, @dryRun, 'running', @plan, @actor, @startedAt, @bytesTotal)`,
  );
  const find = connection.prepare<[number], ImportRow>(`SELECT ${columns} FROM trace_import WHERE id = ?`);
  const list = connection.prepare<[number, number], ImportRow>(
    `SELECT ${columns} FROM trace_import ORDER BY id DESC LIMIT ? OFFSET ?`,
  );
  const count = connection.prepare<[], number>('SELECT count(*) FROM trace_import').pluck();
  const unfinished = connection.prepare<[], ImportRow>(
    `SELECT ${columns} FROM trace_import WHERE state IN ('running', 'removing') ORDER BY id DESC`,
  );
  const begin = connection.prepare<[number, number]>('UPDATE trace_import SET change_set_id = ? WHERE id = ?');
  const setFigures = connection.prepare<[ImportFigures & { id: number }]>(
    `UPDATE trace_import SET bytes_read = @bytesRead, rows_read = @read, created = @created, updated = @updated,
       unchanged = @unchanged, refused = @refused, left_out = @leftOut, made = @made, remarks = @remarks WHERE id = @id`,
  );
  const setState = connection.prepare<[{ id: number; state: ImportState; at: number | null; error: string | null }]>(
    `UPDATE trace_import SET state = @state, finished_at = @at, error = coalesce(@error, error), after_removing = NULL
     WHERE id = @id`,
  );
  const startRemoving = connection.prepare<[string, string | null, number]>(
    `UPDATE trace_import SET state = 'removing', after_removing = ?, error = coalesce(?, error) WHERE id = ?`,
  );
  const setKept = connection.prepare<[number, number]>('UPDATE trace_import SET kept = kept + ? WHERE id = ?');
  const refuse = connection.prepare<[number, number, string, string, string]>(
    'INSERT INTO trace_import_refusal (import_id, row_number, external_id, reason, text) VALUES (?, ?, ?, ?, ?)',
  );
  const listRefusals = connection.prepare<[number, number, number], RefusalRow>(
    `SELECT row_number AS row, external_id AS externalId, reason, text FROM trace_import_refusal
     WHERE import_id = ? ORDER BY row_number, id LIMIT ? OFFSET ?`,
  );
  const hasBrought = connection.prepare<[number, number]>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM trace_import_range WHERE import_id = ?)
       OR EXISTS (SELECT 1 FROM trace_import_before WHERE import_id = ?)`,
  );

  return {
    insert(row: NewImport): number {
      const { lastInsertRowid } = insert.run(row);
      changed();
      return Number(lastInsertRowid);
    },
    find: (id: number) => find.get(id),
    list: (limit: number, offset: number) => list.all(limit, offset),
    count: (): number => count.get() ?? 0,
    /** Those that a process left behind, and the one that runs. */
    listUnfinished: () => unfinished.all(),
    begin: (id: number, changeSetId: number): void => void begin.run(changeSetId, id),
    setFigures(id: number, figures: ImportFigures): void {
      setFigures.run({ ...figures, id });
      changed();
    },
    setState(id: number, state: ImportState, at: number | null, error: string | null = null): void {
      setState.run({ id, state, at, error });
      changed();
    },
    startRemoving(id: number, after: 'cancelled' | 'failed' | 'removed', error: string | null): void {
      startRemoving.run(after, error, id);
      changed();
    },
    addKept: (id: number, rows: number): void => void setKept.run(rows, id),
    refuse: (id: number, { row, externalId, reason, text }: RefusalRow): void =>
      void refuse.run(id, row, externalId, reason, text),
    listRefusals: (id: number, limit: number, offset: number) => listRefusals.all(id, limit, offset),
    /** Whether there is something of it on the desk that could be taken back. */
    hasBrought: (id: number): boolean => hasBrought.get(id, id) !== undefined,
  };
}

export type ImportRepository = ReturnType<typeof createImportRepository>;
