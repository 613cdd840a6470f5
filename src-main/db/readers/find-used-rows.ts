import type { Connection } from '../repositories/connection.ts';
import { removals } from '../repositories/import-removal-repository.ts';

/** Of a table's rows from `first` to `last`, those that rows of other tables point at. Reads whole tables. */
export function prepareFindUsedRows(connection: Connection) {
  const pointing = connection.prepare<[string], { child: string; column: string }>(
    `SELECT m.name AS child, f."from" AS "column" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND m.name LIKE 'desk\\_%' ESCAPE '\\' AND f."table" = ?`,
  );

  return ({ table, first, last }: { table: string; first: number; last: number }): number[] => {
    const removal = removals.find((each) => each.table === table);
    const used = new Set<number>();
    for (const { child, column } of pointing.all(table)) {
      if (removal?.belongings?.some(([own, by]) => own === child && by === column) === true) continue;
      const rows = connection
        .prepare<[number, number], number>(`SELECT DISTINCT ${column} FROM ${child} WHERE ${column} BETWEEN ? AND ?`)
        .pluck();
      for (const id of rows.all(first, last)) used.add(id);
    }
    return [...used];
  };
}
