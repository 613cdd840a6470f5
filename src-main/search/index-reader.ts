import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part } from './plan.ts';
import type { Statements } from './statements.ts';

/** What records earn by a part: in their own texts, and in their notes. Rough, since the best are read closely. */
export interface Earned {
  readonly own: ReadonlyMap<number, number>;
  readonly notes: ReadonlyMap<number, number>;
  /** Rows read. */
  readonly rows: number;
  /** There may be more. */
  readonly cut: boolean;
}

/** Questions to the index tables of one search; every answer is within its scope. Newest records are read first. */
export interface IndexReader {
  /** Few records are within the scope, so no question has many answers. */
  readonly narrow: boolean;
  /** Reads at most `limit` rows of each table. */
  rank(part: Part, limit: number): Earned;
  /** The same for records with the part in their title alone. */
  rankTitles(part: Part, limit: number): ReadonlyMap<number, number>;
  /** Which records have a part at all, taken for middling matches; of very common words not those in notes. */
  note(part: Part, limit: number): Earned;
  /** Which records have every one of the parts (the first being the rarest) in one table, and what that is worth for each of the parts on average. */
  noteAll(parts: readonly Part[], limit: number): Pick<Earned, 'own' | 'notes'>;
  /** The same for records with all of them in their title. */
  noteAllInTitle(parts: readonly Part[], limit: number): ReadonlyMap<number, number>;
  rankNotesAmong(part: Part, ids: readonly number[]): ReadonlyMap<number, number>;
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

  const keepBest = (best: Map<number, number>, rows: readonly [number, number][], part: Part, weight: number): void => {
    for (const [id, value] of rows) {
      if (filter.hidden.has(id)) continue;
      // bm25 is negative, and next to nothing for words in most rows.
      const worth = Math.max(-value, middling * part.weight) * weight;
      if (worth > (best.get(id) ?? 0)) best.set(id, worth);
    }
  };

  /** Adds up over the tables what one of them gives. */
  const over = (
    from: readonly IndexTable[],
    read: (table: IndexTable, best: Map<number, number>) => { rows: number; cut: boolean },
  ): Earned => {
    const own = new Map<number, number>();
    const notes = new Map<number, number>();
    let rows = 0;
    let cut = from.length < tables.length;
    for (const table of from) {
      const best = new Map<number, number>();
      const answer = read(table, best);
      rows += answer.rows;
      cut ||= answer.cut;
      const sums = table === kind.index ? own : notes;
      for (const [id, worth] of best) sums.set(id, (sums.get(id) ?? 0) + worth * table.share);
    }
    return { own, notes, rows, cut };
  };

  const rank = (part: Part, among: readonly number[] | undefined, limit: number, from = tables): Earned =>
    over(from, (table, best) => {
      let count = 0;
      let cut = false;
      for (const probe of part.probes) {
        const rows = ask<[number, number]>(table, probe.expression, true, among, limit);
        count += rows.length;
        if (rows.length >= limit) cut = true;
        keepBest(best, rows, part, probe.weight);
      }
      return { rows: count, cut };
    });

  return {
    narrow,
    rank: (part, limit) => rank(part, undefined, limit),
    rankTitles: (part, limit) => {
      const earned = new Map<number, number>();
      for (const { expression, weight } of part.probes) {
        keepBest(earned, ask(kind.index, `{${kind.title}} : ${expression}`, true, undefined, limit), part, weight);
      }
      return earned;
    },
    note: (part, limit) =>
      over(narrow || part.documents <= tooCommonForNotes ? tables : [kind.index], (table, best) => {
        const rows = ask<[number]>(table, anyOf(part), false, undefined, limit);
        for (const [id] of rows) if (!filter.hidden.has(id)) best.set(id, middling * part.weight);
        return { rows: rows.length, cut: rows.length >= limit };
      }),
    noteAll: (parts, limit) => {
      if (parts.length < 2) return { own: noEarnings, notes: noEarnings };
      const worth = middling * averageWeight(parts);
      return over(tables, (table, best) => {
        const some = table === kind.index ? parts : parts.slice(0, enoughOfNotes);
        const rows = ask<[number]>(table, allOf(some), false, undefined, limit);
        for (const [id] of rows) if (!filter.hidden.has(id)) best.set(id, worth);
        return { rows: rows.length, cut: false };
      });
    },
    noteAllInTitle: (parts, limit) => {
      const rows = ask<[number]>(kind.index, `{${kind.title}} : (${allOf(parts)})`, false, undefined, limit);
      // As sure as a title with all the words can be; how well it answers is read afterwards.
      const worth = averageWeight(parts);
      return new Map(rows.filter(([id]) => !filter.hidden.has(id)).map(([id]) => [id, worth]));
    },
    rankNotesAmong: (part, ids) =>
      tables.length === 1 ? noEarnings : rank(part, ids, unlimited, tables.slice(1)).notes,
  };
}

/** The share of its weight that a part is worth where the index was not asked how well it matches. */
const middling = 0.5;

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
const noEarnings: ReadonlyMap<number, number> = new Map();
/** Even the newest of so many rows take their time, since a word's rows are read in full to begin with the last. */
const tooCommonForNotes = 3_000;
/** Of so many notes those with all of many words are found late; the newest with the rarest words are soon. */
const enoughOfNotes = 3;
const unlimited = 1_000_000;

const allOf = (parts: readonly Part[]): string => parts.map((part) => `(${anyOf(part)})`).join(' AND ');
const averageWeight = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + part.weight, 0) / parts.length;
const anyOf = (part: Part): string => part.probes.map((probe) => probe.expression).join(' OR ');
