import type { Connection } from './connection.ts';
import { titleColumn } from './record-tables.ts';
import type { Value } from './record-repository.ts';
import { createStatementCache } from './statement-cache.ts';

/** What the columns of desk tables point at, and what people call the rows there. */
export function createReferenceNames(connection: Connection) {
  const prepare = createStatementCache(connection);
  const references = connection.prepare<[string], { column: string; table: string }>(
    `SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?)`,
  );
  const titled = connection.prepare<[string, string], number>('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  const known = new Map<string, ReadonlyMap<string, string>>();

  return {
    /** By column: the table it points at. */
    targetsOf(table: string): ReadonlyMap<string, string> {
      const found = known.get(table) ?? new Map(references.all(table).map((row) => [row.column, row.table]));
      known.set(table, found);
      return found;
    },

    /** Undefined for a row that is not there, and for one that has no name. */
    nameOf(table: string, id: Value): string | undefined {
      const title = titleColumn(table);
      if (titled.get(table, title) === undefined) return undefined;
      const row = prepare<{ name: string }>(`SELECT ${title} AS name FROM ${table} WHERE id = ?`).get(id);
      return table === 'desk_ticket' && row !== undefined ? `${id} ${row.name}` : row?.name;
    },
  };
}
