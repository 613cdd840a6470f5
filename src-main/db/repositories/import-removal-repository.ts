import type { Connection } from './connection.ts';
import type { WrittenTable } from './desk-writer.ts';

interface Removal {
  readonly table: WrittenTable;
  /** Rows of other tables that are nothing without it: they go with it, whoever made them. */
  readonly belongings?: readonly (readonly [table: string, column: string])[];
  /** Others may use it; then it stays. */
  readonly shared?: true;
}

/** Every table that an import may fill, those that point at others first. */
export const removals: readonly Removal[] = [
  { table: 'trace_import_record' },
  { table: 'desk_ticket_field' },
  { table: 'desk_action' },
  {
    table: 'desk_ticket',
    belongings: [
      ['desk_time_entry', 'ticket_id'],
      ['desk_suggestion', 'ticket_id'],
      ['desk_ticket_step', 'ticket_id'],
      ['desk_ticket_field', 'ticket_id'],
      ['desk_ticket_asset', 'ticket_id'],
      ['desk_ticket_article', 'ticket_id'],
      ['desk_action', 'ticket_id'],
    ],
  },
  { table: 'desk_article_in_list' },
  {
    table: 'desk_article',
    belongings: [
      ['desk_article_in_list', 'article_id'],
      ['desk_ticket_article', 'article_id'],
    ],
  },
  { table: 'desk_article_list', shared: true },
  { table: 'desk_asset_field' },
  {
    table: 'desk_asset',
    belongings: [
      ['desk_asset_field', 'asset_id'],
      ['desk_ticket_asset', 'asset_id'],
    ],
  },
  { table: 'desk_asset_type', shared: true },
  { table: 'desk_service', shared: true },
  { table: 'desk_service_category', shared: true },
  { table: 'desk_user', shared: true },
  { table: 'desk_agent_team' },
  { table: 'desk_agent', belongings: [['desk_agent_team', 'agent_id']], shared: true },
  { table: 'desk_site', shared: true },
  { table: 'desk_client', shared: true },
  { table: 'desk_category', shared: true },
  { table: 'desk_ticket_type', shared: true },
  { table: 'desk_priority', shared: true },
  { table: 'desk_status', shared: true },
  { table: 'desk_team', shared: true },
  { table: 'desk_field', shared: true },
];

export interface ImportRange {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}

interface BeforeRow {
  readonly id: number;
  readonly table: string;
  readonly rowId: number;
  readonly before: string;
  readonly after: string | null;
}

/** Takes off the desk what an import brought. Called inside a change set; each call does little. */
export function createImportRemovalRepository(connection: Connection) {
  const lastBefore = connection.prepare<[number], BeforeRow>(
    `SELECT id, table_name AS "table", row_id AS rowId, before, after FROM trace_import_before
     WHERE import_id = ? ORDER BY id DESC LIMIT 1`,
  );
  const dropBefore = connection.prepare<[number]>('DELETE FROM trace_import_before WHERE id = ?');
  const ranges = connection.prepare<[number, string], ImportRange>(
    `SELECT id, first_id AS first, last_id AS last FROM trace_import_range
     WHERE import_id = ? AND table_name = ? ORDER BY id DESC`,
  );
  const shrink = connection.prepare<[number, number]>('UPDATE trace_import_range SET last_id = ? WHERE id = ?');
  const drop = connection.prepare<[number]>('DELETE FROM trace_import_range WHERE id = ?');
  const dropLinks = connection.prepare<[number]>('DELETE FROM trace_import_link WHERE import_id = ?');
  const orphan = connection.prepare<[number]>('UPDATE desk_ticket SET parent_id = NULL WHERE parent_id = ?');
  const statements = new Map<string, ReturnType<typeof connection.prepare<unknown[]>>>();
  const run = (sql: string, ...values: readonly unknown[]): number => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = connection.prepare<unknown[]>(sql)));
    return statement.run(...values).changes;
  };

  return {
    /** Makes the row that was changed last what it was, as far as it still says what the import wrote. */
    restoreLast(importId: number): boolean {
      const row = lastBefore.get(importId);
      if (row === undefined) return false;
      const before = JSON.parse(row.before) as Record<string, unknown>;
      if (row.after === null) {
        const names = Object.keys(before);
        const marks = names.map(() => '?').join(', ');
        run(`INSERT INTO ${row.table} (${names.join(', ')}) VALUES (${marks})`, ...Object.values(before));
      } else {
        const after = JSON.parse(row.after) as Record<string, unknown>;
        for (const [column, value] of Object.entries(before)) {
          run(`UPDATE ${row.table} SET ${column} = ? WHERE id = ? AND ${column} IS ?`, value, row.rowId, after[column]);
        }
      }
      dropBefore.run(row.id);
      return true;
    },
    listRanges: (importId: number, table: string) => ranges.all(importId, table),
    removeRow({ table, belongings = [] }: Removal, id: number): void {
      if (table === 'desk_ticket') orphan.run(id);
      for (const [child, column] of belongings) run(`DELETE FROM ${child} WHERE ${column} = ?`, id);
      run(`DELETE FROM ${table} WHERE id = ?`, id);
    },
    /** The range ends before `last` from now on. */
    shrinkRange({ id, first }: ImportRange, last: number): void {
      if (last < first) drop.run(id);
      else shrink.run(last, id);
    },
    dropLinks: (importId: number): void => void dropLinks.run(importId),
    /**
     * Who deletes rows that others could point at has looked for those others: SQLite would look through whole tables
     * for every row, because what points has no index.
     */
    withoutForeignKeys<T>(work: () => T): T {
      connection.pragma('foreign_keys = OFF');
      try {
        return work();
      } finally {
        connection.pragma('foreign_keys = ON');
      }
    },
  };
}

export type ImportRemovalRepository = ReturnType<typeof createImportRemovalRepository>;
