import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import { madeByColumn, madeByFunction, markedTables } from '../made-by.ts';
import type { Connection } from './connection.ts';
import { recordTables } from './record-tables.ts';
import { createStatementCache } from './statement-cache.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface LaterChange {
  /** JSON: the columns that changed, with what they then held. */
  readonly after: string;
  readonly actor: string;
  readonly label: string;
  readonly at: number;
  readonly callId: number | null;
}

/**
 * Whole rows of the desk's records by column name. Tables come from the list of records, and columns from the schemas of
 * the calls: neither is ever text that somebody sent.
 */
export function createRecordRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const pointing = new Map<string, ReadonlyMap<string, string>>();

  const referencesOf = (table: string): ReadonlyMap<string, string> => {
    const known = pointing.get(table);
    if (known !== undefined) return known;
    const rows = connection
      .prepare<[string], { column: string; table: string }>(
        `SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?)`,
      )
      .all(table);
    const found = new Map(rows.map((row) => [row.column, row.table]));
    pointing.set(table, found);
    return found;
  };

  const latest = connection.prepare<[], number | null>('SELECT max(id) FROM trace_change').pluck();
  const later = connection.prepare<[string, number, number], LaterChange>(`
    SELECT c.after, coalesce(a.name, s.actor) AS actor, s.label, s.at, (SELECT max(k.id) FROM trace_call k WHERE k.change_set_id = s.id) AS callId
    FROM trace_change c JOIN trace_change_set s ON s.id = c.change_set_id
    LEFT JOIN desk_agent a ON s.actor = 'agent:' || a.id
    WHERE c.table_name = +? AND c.row_id = +? AND c.id > +? AND c.operation = 'update' ORDER BY c.id`);

  return {
    find(kind: RecordKind, id: number): Row | undefined {
      return prepare<Row>(`SELECT * FROM ${recordTables[kind].table} WHERE id = ?`).get(id);
    },

    insert(table: string, row: Row): number {
      const given = Object.keys(row).map((column) => [column, `:${column}`]);
      const values = markedTables.has(table) ? [...given, [madeByColumn, `${madeByFunction}()`]] : given;
      const [columns, marks] = [0, 1].map((part) => values.map((value) => value[part]).join(', '));
      const { lastInsertRowid } = prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks})`).run(row);
      return Number(lastInsertRowid);
    },

    update(kind: RecordKind, id: number, changes: Row): void {
      const assignments = Object.keys(changes).map((column) => `${column} = :${column}`);
      prepare(`UPDATE ${recordTables[kind].table} SET ${assignments.join(', ')} WHERE id = :id`).run({
        ...changes,
        id,
      });
    },

    listChildren: (table: string, parent: string, id: number): Row[] =>
      prepare<Row>(`SELECT * FROM ${table} WHERE ${parent} = ? ORDER BY id`).all(id),

    updateChild: (table: string, id: number, value: string): void =>
      void prepare(`UPDATE ${table} SET value = ? WHERE id = ?`).run(value, id),

    removeChild: (table: string, id: number): void => void prepare(`DELETE FROM ${table} WHERE id = ?`).run(id),

    /** The table that a column points at. */
    tableBehind: (kind: RecordKind, column: string): string | undefined =>
      referencesOf(recordTables[kind].table).get(column),

    exists: (table: string, id: number): boolean =>
      prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined,

    /** The latest entry of the change ledger: what a record's reader knows of. */
    revision: (): number => latest.get() ?? 0,

    /** What changed in a record's own row after a revision, in that order. */
    listChangesSince: (kind: RecordKind, id: number, revision: number): LaterChange[] =>
      later.all(recordTables[kind].table, id, revision),

    /** Whether rows that belong to the record were added, changed or removed after a revision. */
    haveChildrenChanged(table: string, parent: string, id: number, revision: number): boolean {
      return (
        prepare(
          `SELECT 1 FROM trace_change WHERE id > ? AND table_name = ?
           AND (json_extract(after, '$.${parent}') = ? OR json_extract(before, '$.${parent}') = ?
             OR row_id IN (SELECT id FROM ${table} WHERE ${parent} = ?)) LIMIT 1`,
        ).get(revision, table, id, id, id) !== undefined
      );
    },
  };
}
