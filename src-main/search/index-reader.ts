import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part } from './plan.ts';
import type { Statements } from './statements.ts';

/** Questions to the index tables of one search; every answer is within its scope. Newest records are read first. */
export interface IndexReader {
  /** Few records are within the scope, so no question has many answers. */
  readonly narrow: boolean;
  /** What records earn by a part, reading at most `limit` rows of each table. */
  rank(part: Part, limit: number): { earned: Map<number, number>; rows: number; cut: boolean };
  /** The same for records with the part in their title alone. */
  rankTitles(part: Part, limit: number): Map<number, number>;
  /** Which records have a part at all, with the share of the table it stands in; of very common words not those in notes. */
  note(part: Part, limit: number): { shares: Map<number, number>; rows: number; cut: boolean };
  /** Which records have every one of the parts, in one table. */
  noteAll(parts: readonly Part[], limit: number): number[];
  rankAmong(part: Part, ids: readonly number[]): Map<number, number>;
  /** Which of the records have a part in their own texts, not only in their notes. */
  inRecordsAmong(part: Part, ids: readonly number[]): number[];
}

export function createIndexReader(
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
): IndexReader {
  const filter = createScopeFilter(kind, scope, statements);
  const narrow = filter.only !== undefined;

  const ask = <R extends readonly unknown[]>(
    { name, id, weights }: IndexTable,
    expression: string,
    ranked: boolean,
    among: readonly number[] | undefined,
    limit: number,
  ): R[] => {
    const key = `${name}.${id}`;
    const only = among === undefined ? filter.only : JSON.stringify(among);
    // CROSS JOIN and the plus sign keep SQLite from seeking the index once per record, which is far slower.
    return statements.rows<R>(
      `SELECT ${key}${ranked ? `, bm25(${name}, ${weights.join(', ')})` : ''} FROM ${name}
       ${filter.joined ? `CROSS JOIN ${kind.desk} d ON d.id = ${key}` : ''}
       WHERE ${name} MATCH ? ${only === undefined ? '' : `AND +${key} IN (SELECT value FROM json_each(?))`}
         ${filter.joined ? `AND (${scope.sql})` : ''}
       ORDER BY ${name}.rowid DESC LIMIT ?`,
      expression,
      ...(only === undefined ? [] : [only]),
      ...(filter.joined ? scope.parameters : []),
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
        keepBest(here, rows, probe.weight * table.share);
      }
      for (const [id, worth] of here) earned.set(id, (earned.get(id) ?? 0) + worth);
    }
    return { earned, rows: read, cut };
  };

  const keepBest = (best: Map<number, number>, rows: readonly [number, number][], weight: number): void => {
    for (const [id, value] of rows) {
      if (filter.hidden.has(id)) continue;
      // bm25 is negative, and next to nothing for words in most rows; matching one still counts for something.
      const worth = (0.05 - value) * weight;
      if (worth > (best.get(id) ?? 0)) best.set(id, worth);
    }
  };

  const note = (
    expression: string,
    among: readonly number[] | undefined,
    limit: number,
    from: readonly IndexTable[] = tables,
  ) => {
    const shares = new Map<number, number>();
    let read = 0;
    let cut = from.length < tables.length;
    for (const table of from) {
      const rows = ask<[number]>(table, expression, false, among, limit);
      read += rows.length;
      if (rows.length >= limit) cut = true;
      for (const [id] of rows) if (!filter.hidden.has(id) && !shares.has(id)) shares.set(id, table.share);
    }
    return { shares, rows: read, cut };
  };

  return {
    narrow,
    rank: (part, limit) => rank(part, undefined, limit),
    rankTitles: (part, limit) => {
      const earned = new Map<number, number>();
      for (const { expression, weight } of part.probes) {
        keepBest(earned, ask(kind.index, `{${kind.title}} : ${expression}`, true, undefined, limit), weight);
      }
      return earned;
    },
    note: (part, limit) =>
      note(anyOf(part), undefined, limit, narrow || part.documents <= tooCommonForNotes ? tables : [kind.index]),
    noteAll: (parts, limit) =>
      parts.length < 2
        ? []
        : [...note(parts.map((part) => `(${anyOf(part)})`).join(' AND '), undefined, limit).shares.keys()],
    rankAmong: (part, ids) => rank(part, ids, unlimited).earned,
    inRecordsAmong: (part, ids) => [...note(anyOf(part), ids, unlimited, [kind.index]).shares.keys()],
  };
}

interface ScopeFilter {
  /** The records within the scope as a JSON list, when they are few. */
  readonly only: string | undefined;
  /** The records outside it, when those are few. */
  readonly hidden: ReadonlySet<number>;
  /** Neither: each row's record has to be looked at. */
  readonly joined: boolean;
}

const fewRecords = 1_000;

function createScopeFilter(kind: KindOfRecord, scope: Scope, statements: Statements): ScopeFilter {
  const ids = (condition: string, limit: number): number[] =>
    statements
      .rows<[number]>(`SELECT d.id FROM ${kind.desk} d WHERE ${condition} LIMIT ?`, ...scope.parameters, limit)
      .map(([id]) => id);
  if (scope.sql === '1') return { only: undefined, hidden: noIds, joined: false };
  if (scope.hidden !== undefined) {
    return { only: undefined, hidden: new Set(ids(scope.hidden, unlimited)), joined: false };
  }
  const within = ids(scope.sql, fewRecords + 1);
  if (within.length <= fewRecords) return { only: JSON.stringify(within), hidden: noIds, joined: false };
  return { only: undefined, hidden: noIds, joined: true };
}

const noIds: ReadonlySet<number> = new Set();
/** Even the newest of so many rows take their time, since a word's rows are read in full to begin with the last. */
const tooCommonForNotes = 3_000;
const unlimited = 1_000_000;

const anyOf = (part: Part): string => part.probes.map((probe) => probe.expression).join(' OR ');
