import type { Database } from 'better-sqlite3';

/** The SQL function that the triggers ask for the change set in progress; see change-sets.ts. */
export const changeSetFunction = 'ledger_change_set';

const operations = ['insert', 'update', 'delete'] as const;

/**
 * (Re)creates the triggers that write every row change of every desk table into the change ledger. Called after
 * migrations, so a new desk table or column is covered without anybody remembering it.
 */
export function createLedgerTriggers(connection: Database): void {
  for (const table of listDeskTables(connection)) {
    const columns = connection.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table);
    for (const operation of operations) {
      connection.exec(`DROP TRIGGER IF EXISTS ledger_${table}_${operation}`);
      connection.exec(
        triggerSql(
          table,
          columns.map((column) => column.name),
          operation,
        ),
      );
    }
  }
}

function listDeskTables(connection: Database): string[] {
  return connection
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'desk\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all()
    .map((row) => row.name);
}

function triggerSql(table: string, columns: string[], operation: (typeof operations)[number]): string {
  const changed = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  const guard = `${changeSetFunction}() IS NOT NULL` + (operation === 'update' ? ` AND (${changed})` : '');
  const rowId = operation === 'delete' ? 'OLD.id' : 'NEW.id';
  return `
    CREATE TRIGGER ledger_${table}_${operation} AFTER ${operation} ON ${table} WHEN ${guard} BEGIN
      INSERT INTO trace_change (change_set_id, table_name, row_id, operation, before, after)
      VALUES (${changeSetFunction}(), '${table}', ${rowId}, '${operation}',
        ${image(columns, operation, 'OLD')}, ${image(columns, operation, 'NEW')});
    END`;
}

function image(columns: string[], operation: (typeof operations)[number], side: 'OLD' | 'NEW'): string {
  if (operation === 'update') {
    const pairs = columns
      .map((column) => `SELECT '${column}' AS k, OLD.${column} AS b, NEW.${column} AS a`)
      .join(' UNION ALL ');
    return `(SELECT json_group_object(k, ${side === 'OLD' ? 'b' : 'a'}) FROM (${pairs}) WHERE b IS NOT a)`;
  }
  const absent = operation === 'insert' ? 'OLD' : 'NEW';
  if (side === absent) return 'NULL';
  return `json_object(${columns.map((column) => `'${column}', ${side}.${column}`).join(', ')})`;
}
