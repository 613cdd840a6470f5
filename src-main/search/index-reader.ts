import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part } from './plan.ts';
import type { Statements } from './statements.ts';

/** Questions to the index tables of one search; every answer is within its scope. Newest records are read first. */
export interface IndexReader {
  /** What records earn by a part, reading at most `limit` rows of each table. */
  rank(part: Part, limit: number): { earned: Map<number, number>; rows: number; cut: boolean };
  /** Which records have a part at all. */
  note(part: Part, limit: number): { ids: number[]; cut: boolean };
  /** Which records have every one of the parts, in one table. */
  noteAll(parts: readonly Part[], limit: number): number[];
  rankAmong(part: Part, ids: readonly number[]): Map<number, number>;
  noteAmong(part: Part, ids: readonly number[]): number[];
}

export function createIndexReader(
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
): IndexReader {
  const everything = scope.sql === '1' || scope.hidden !== undefined;
  const hidden =
    scope.hidden === undefined
      ? noIds
      : new Set(statements.rows<[number]>(`SELECT d.id FROM ${kind.desk} d WHERE ${scope.hidden}`).map(([id]) => id));

  const ask = <R extends readonly unknown[]>(
    { name, id, weights }: IndexTable,
    expression: string,
    ranked: boolean,
    among: readonly number[] | undefined,
    limit: number,
  ): R[] => {
    const key = `${name}.${id}`;
    // CROSS JOIN and the plus sign keep SQLite from seeking the index once per record, which is far slower.
    return statements.rows<R>(
      `SELECT ${key}${ranked ? `, bm25(${name}, ${weights.join(', ')})` : ''} FROM ${name}
       ${everything ? '' : `CROSS JOIN ${kind.desk} d ON d.id = ${key}`}
       WHERE ${name} MATCH ? ${among === undefined ? '' : `AND +${key} IN (SELECT value FROM json_each(?))`}
         ${everything ? '' : `AND (${scope.sql})`}
       ORDER BY ${name}.rowid DESC LIMIT ?`,
      expression,
      ...(among === undefined ? [] : [JSON.stringify(among)]),
      ...(everything ? [] : scope.parameters),
      limit,
    );
  };

  const rank = (part: Part, among: readonly number[] | undefined, limit: number) => {
    const earned = new Map<number, number>();
    let read = 0;
    let cut = false;
    for (const table of tables) {
      const here = new Map<number, number>();
      for (const probe of part.probes) {
        const rows = ask<[number, number]>(table, probe.expression, true, among, limit);
        read += rows.length;
        if (rows.length >= limit) cut = true;
        for (const [id, value] of rows) {
          if (hidden.has(id)) continue;
          // bm25 is negative, and next to nothing for words in most rows; matching one still counts for something.
          const worth = (0.05 - value) * probe.weight * table.share;
          if (worth > (here.get(id) ?? 0)) here.set(id, worth);
        }
      }
      for (const [id, worth] of here) earned.set(id, (earned.get(id) ?? 0) + worth);
    }
    return { earned, rows: read, cut };
  };

  const note = (expression: string, among: readonly number[] | undefined, limit: number) => {
    const ids = new Set<number>();
    let cut = false;
    for (const table of tables) {
      const rows = ask<[number]>(table, expression, false, among, limit);
      if (rows.length >= limit) cut = true;
      for (const [id] of rows) if (!hidden.has(id)) ids.add(id);
    }
    return { ids: [...ids], cut };
  };

  return {
    rank: (part, limit) => rank(part, undefined, limit),
    note: (part, limit) => note(anyOf(part), undefined, limit),
    noteAll: (parts, limit) =>
      parts.length < 2 ? [] : note(parts.map((part) => `(${anyOf(part)})`).join(' AND '), undefined, limit).ids,
    rankAmong: (part, ids) => rank(part, ids, unlimited).earned,
    noteAmong: (part, ids) => note(anyOf(part), ids, unlimited).ids,
  };
}

const noIds: ReadonlySet<number> = new Set();
const unlimited = 1_000_000;

const anyOf = (part: Part): string => part.probes.map((probe) => probe.expression).join(' OR ');
