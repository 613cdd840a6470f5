import type { KindOfRecord, Scope } from './kinds.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchKind } from './search-types.ts';
import type { Statements } from './statements.ts';

export interface Identified {
  readonly id: number;
  /** The identifier as the query has it. */
  readonly by: string;
}

/** Exact matches on unique columns, compared without regard to case. */
const columns: Partial<Record<SearchKind, readonly string[]>> = {
  user: ['email'],
  asset: ['tag', 'serial_number'],
  client: ['name'],
  site: ['name'],
};

const numbered: ReadonlySet<SearchKind> = new Set<SearchKind>(['ticket', 'article']);

const mostIdentified = 50;

/** The records within the scope that the query names outright: by number, tag, serial number, e-mail address or name. */
export function identify(
  query: ParsedQuery,
  name: SearchKind,
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
): Identified[] {
  const found = new Map<number, string>();
  const look = (condition: string, value: string | number, by: string): void => {
    const rows = statements.rows<[number]>(
      `SELECT d.id FROM ${kind.desk} d WHERE ${condition} AND (${scope.sql}) ORDER BY d.id LIMIT ${mostIdentified}`,
      value,
      ...scope.parameters,
    );
    for (const [id] of rows) if (!found.has(id) && found.size < mostIdentified) found.set(id, by);
  };
  const numbers = [...query.numbers];
  if (name === 'ticket' && query.soleNumber !== undefined) numbers.unshift(query.soleNumber);
  for (const number of numbers) look('d.id = ?', number, String(number));
  // What a record was called in the system that it was imported from.
  if (numbered.has(name)) {
    const brought = `d.id IN (SELECT record_id FROM trace_import_record WHERE kind = '${name}' AND number = ?)`;
    for (const chunk of query.chunks) look(brought, chunk, chunk);
  }
  for (const column of columns[name] ?? []) {
    const guard = column === 'serial_number' ? " AND d.serial_number <> ''" : '';
    for (const chunk of query.chunks) look(`d.${column} = ? COLLATE NOCASE${guard}`, chunk, chunk);
  }
  return [...found].map(([id, by]) => ({ id, by }));
}
