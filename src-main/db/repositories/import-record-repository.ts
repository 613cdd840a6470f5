import type { Connection } from './connection.ts';

/** A record of the desk that came from, or was found by, an id of another system. */
export interface ImportRecordRow {
  readonly id: number;
  readonly source: string;
  readonly recordId: number;
  readonly fingerprint: string;
}

/** Which record of the desk has which id in which other system, and links between records whose other end is to come. */
export function createImportRecordRepository(connection: Connection) {
  const columns = 'id, source, record_id AS recordId, fingerprint';
  const find = connection.prepare<[string, string, string], ImportRecordRow>(
    `SELECT ${columns} FROM trace_import_record WHERE kind = ? AND external_id = ? AND source = ?`,
  );
  const everywhere = connection.prepare<[string, string], ImportRecordRow>(
    `SELECT ${columns} FROM trace_import_record WHERE kind = ? AND external_id = ?`,
  );
  const numbered = connection.prepare<[string, string], ImportRecordRow>(
    `SELECT ${columns} FROM trace_import_record WHERE kind = ? AND number = ? AND number <> ''`,
  );
  const hasKind = connection.prepare<[string]>('SELECT 1 FROM trace_import_record WHERE kind = ? LIMIT 1');
  const addLink = connection.prepare<[number, number, string]>(
    'INSERT INTO trace_import_link (import_id, record_id, external_id) VALUES (?, ?, ?)',
  );
  const listLinks = connection.prepare<[number, number], { id: number; recordId: number; externalId: string }>(
    `SELECT id, record_id AS recordId, external_id AS externalId FROM trace_import_link
     WHERE import_id = ? ORDER BY id LIMIT ?`,
  );
  const removeLink = connection.prepare<[number]>('DELETE FROM trace_import_link WHERE id = ?');
  const removeLinks = connection.prepare<[number]>('DELETE FROM trace_import_link WHERE import_id = ?');
  const numbersOf = connection.prepare<[string, number], { source: string; number: string }>(
    `SELECT source, number FROM trace_import_record WHERE kind = ? AND record_id = ? AND number <> '' ORDER BY id`,
  );

  const isBrought = connection.prepare<[string, number, number, string, number], number>(
    `SELECT 1 FROM trace_import_range r JOIN trace_import i ON i.id = r.import_id
     WHERE r.table_name = +? AND r.first_id <= +? AND r.last_id >= +? AND i.source = +?
       AND NOT EXISTS (SELECT 1 FROM trace_import_record o WHERE o.kind = 'action' AND o.record_id = +?) LIMIT 1`,
  );
  const highestNumber = connection
    .prepare<[number], number | null>('SELECT max(number) FROM desk_action WHERE ticket_id = ?')
    .pluck();
  const isFrom = connection.prepare<[string, number, string], number>(
    'SELECT 1 FROM trace_import_record WHERE kind = ? AND record_id = ? AND source = ? LIMIT 1',
  );

  return {
    isFrom: (kind: string, recordId: number, source: string): boolean =>
      isFrom.get(kind, recordId, source) !== undefined,
    /** Whether a row came with an import from the source, and not as an action of its own. */
    isBrought: (table: string, id: number, source: string): boolean =>
      isBrought.get(table, id, id, source, id) !== undefined,
    nextActionNumber: (ticketId: number): number => (highestNumber.get(ticketId) ?? 0) + 1,
    find: (kind: string, externalId: string, source: string) => find.get(kind, externalId, source),
    /** Whether any import brought something of the kind. */
    hasKind: (kind: string): boolean => hasKind.get(kind) !== undefined,
    /**
     * By the id, or else the number, that it has in the source, else in any; undefined when others have it and mean
     * different records.
     */
    lookUp(kind: string, name: string, source: string): ImportRecordRow | undefined {
      const identified = everywhere.all(kind, name);
      const rows = identified.length > 0 ? identified : numbered.all(kind, name);
      const [first] = rows;
      const own = rows.find((row) => row.source === source);
      return own ?? (rows.every(({ recordId }) => recordId === first?.recordId) ? first : undefined);
    },
    addLink: (importId: number, recordId: number, externalId: string): void =>
      void addLink.run(importId, recordId, externalId),
    listLinks: (importId: number, limit: number) => listLinks.all(importId, limit),
    removeLink: (id: number): void => void removeLink.run(id),
    removeLinks: (importId: number): void => void removeLinks.run(importId),
    /** What a record was called elsewhere. */
    listNumbers: (kind: string, recordId: number) => numbersOf.all(kind, recordId),
  };
}

export type ImportRecordRepository = ReturnType<typeof createImportRecordRepository>;
