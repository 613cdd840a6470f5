import type { SetupKind } from '../../../src-shared/domain/ticket-setup.ts';
import type { Connection } from './connection.ts';
import { recordTables } from './record-tables.ts';

export interface UsesQuery {
  readonly kind: SetupKind;
  readonly id: number;
  /** A table that is not looked at. */
  readonly except?: string;
}

export interface UsesRow {
  readonly table: string;
  readonly count: number;
}

/** How many rows of each desk table point at a record, those that belong to it left out. May read whole tables. */
export function prepareCountUses(connection: Connection) {
  const pointing = connection.prepare<[string], { child: string; column: string }>(
    `SELECT m.name AS child, f."from" AS "column" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND m.name LIKE 'desk\\_%' ESCAPE '\\' AND f."table" = ? ORDER BY m.name`,
  );

  return ({ kind, id, except }: UsesQuery): UsesRow[] => {
    const { table, children } = recordTables[kind];
    const columns = new Map<string, string[]>();
    for (const { child, column } of pointing.all(table)) {
      if (child === except) continue;
      if (children.some((own) => own.table === child && own.parent === column)) continue;
      columns.set(child, [...(columns.get(child) ?? []), column]);
    }
    return [...columns].flatMap(([child, names]) => {
      const points = names.map((name) => `${name} = :id`).join(' OR ');
      const count = connection
        .prepare<{ id: number }, number>(`SELECT count(*) FROM ${child} WHERE ${points}`)
        .pluck()
        .get({ id });
      return count === undefined || count === 0 ? [] : [{ table: child, count }];
    });
  };
}
