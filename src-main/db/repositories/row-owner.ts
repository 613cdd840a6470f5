import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { Connection } from './connection.ts';
import { recordTables } from './record-tables.ts';
import type { Row } from './record-repository.ts';
import { createStatementCache } from './statement-cache.ts';

interface ChangedRow {
  readonly table: string;
  readonly id: number | null;
  /** JSON texts of the changed columns. */
  readonly before: string | null;
  readonly after: string | null;
}

interface RowOwner {
  readonly kind: RecordKind;
  readonly id: number;
}

/** Finds the record that a changed row belongs to; undefined for records themselves. */
export function createRowOwner(connection: Connection) {
  const prepare = createStatementCache(connection);
  const parents = new Map<string, { readonly kind: RecordKind; readonly parent: string }>();
  for (const [kind, { children }] of Object.entries(recordTables)) {
    for (const { table, parent, through } of children) {
      // A row that belongs to two records is told with the first.
      if (through === undefined && !parents.has(table)) parents.set(table, { kind: kind as RecordKind, parent });
    }
  }

  return ({ table, id, before, after }: ChangedRow): RowOwner | undefined => {
    const owner = parents.get(table);
    if (owner === undefined) return undefined;
    const { kind, parent } = owner;
    const told = parse(after)[parent] ?? parse(before)[parent];
    const found = told ?? prepare<Row>(`SELECT ${parent} FROM ${table} WHERE id = ?`).get(id)?.[parent];
    return typeof found === 'number' ? { kind, id: found } : undefined;
  };
}

function parse(json: string | null): Row {
  return json === null ? {} : (JSON.parse(json) as Row);
}
