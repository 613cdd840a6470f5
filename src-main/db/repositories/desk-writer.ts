import type { DeskRows } from '../../domain/demo/desk-rows.ts';
import type { Connection } from './connection.ts';
import type { IndexLoad } from './index-load.ts';

export type DeskTable = keyof DeskRows;
export type DeskValue = string | number | null;
export type DeskRow = Readonly<Record<string, DeskValue>>;

/** Tables outside the desk whose rows a load changes, and that have to be as they were when it is taken back. */
export type WrittenTable = DeskTable | 'trace_import_record';

/** Writes rows of desk tables and remembers, for each import, which are new and what the others were. */
export function createDeskWriter(connection: Connection, index: IndexLoad) {
  const inserts = new Map<string, { names: string[]; statement: ReturnType<typeof connection.prepare<unknown[]>> }>();
  const others = new Map<string, ReturnType<typeof connection.prepare<unknown[]>>>();
  const keepBefore = connection.prepare<[number, string, number, string, string | null]>(
    'INSERT INTO trace_import_before (import_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const insertRange = connection.prepare<[number, string, number, number]>(
    'INSERT INTO trace_import_range (import_id, table_name, first_id, last_id) VALUES (?, ?, ?, ?)',
  );
  const growRange = connection.prepare<[number, number]>('UPDATE trace_import_range SET last_id = ? WHERE id = ?');

  const prepare = (sql: string) => {
    let statement = others.get(sql);
    if (statement === undefined) others.set(sql, (statement = connection.prepare<unknown[]>(sql)));
    return statement;
  };

  /** Prepared for the columns of the table's first row, so that no text is put together for each. */
  const insertRow = (table: WrittenTable, row: DeskRow): number => {
    let insert = inserts.get(table);
    if (insert === undefined) {
      const names = Object.keys(row);
      const marks = names.map(() => '?').join(', ');
      const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`;
      insert = { names, statement: connection.prepare<unknown[]>(sql) };
      inserts.set(table, insert);
    }
    // By place, which the library binds faster than by name.
    return Number(insert.statement.run(insert.names.map((name) => row[name])).lastInsertRowid);
  };

  const find = (table: WrittenTable, id: number): DeskRow | undefined =>
    prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as DeskRow | undefined;

  return {
    find,
    listBy: (table: WrittenTable, column: string, value: DeskValue): DeskRow[] =>
      prepare(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY id`).all(value) as DeskRow[],

    /** For one import: all its writing goes through here. Every row of a table is given the same columns. */
    forImport(importId: number) {
      const open = new Map<string, { range: number | undefined; first: number; last: number; grown: boolean }>();

      const unlearned = index.createUnlearned();

      const insert = (table: WrittenTable, row: DeskRow): number => {
        const id = insertRow(table, row);
        unlearned.add(table, id);
        const range = open.get(table);
        if (range?.last === id - 1) {
          range.last = id;
          range.grown = true;
        } else {
          if (range !== undefined) flushRange(table, range);
          open.set(table, { range: undefined, first: id, last: id, grown: true });
        }
        return id;
      };

      const flushRange = (
        table: string,
        range: { range: number | undefined; first: number; last: number; grown: boolean },
      ): void => {
        if (!range.grown) return;
        if (range.range === undefined) {
          range.range = Number(insertRange.run(importId, table, range.first, range.last).lastInsertRowid);
        } else growRange.run(range.last, range.range);
        range.grown = false;
      };

      return {
        find,
        insert,
        /** Writes the columns that differ and says whether there were any. */
        update(table: WrittenTable, id: number, row: DeskRow): boolean {
          const current = find(table, id);
          if (current === undefined) return false;
          const changed = Object.keys(row).filter((name) => row[name] !== current[name]);
          if (changed.length === 0) return false;
          const pick = (from: DeskRow) => JSON.stringify(Object.fromEntries(changed.map((name) => [name, from[name]])));
          keepBefore.run(importId, table, id, pick(current), pick(row));
          prepare(`UPDATE ${table} SET ${changed.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(
            ...changed.map((name) => row[name]),
            id,
          );
          return true;
        },
        remove(table: DeskTable, id: number): void {
          const current = find(table, id);
          if (current === undefined) return;
          keepBefore.run(importId, table, id, JSON.stringify(current), null);
          prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
        },
        /** At the beginning of each transaction. */
        begin: index.pause,
        /** At the end of each transaction. */
        end(): void {
          index.goOn();
          for (const [table, range] of open) flushRange(table, range);
        },
        learn: unlearned.learn,
        /** Within a transaction, so that what it brought can be told whatever comes after. */
        flush(): void {
          for (const [table, range] of open) flushRange(table, range);
        },
      };
    },
  };
}

export type DeskWriter = ReturnType<typeof createDeskWriter>;
export type ImportWriter = ReturnType<DeskWriter['forImport']>;
