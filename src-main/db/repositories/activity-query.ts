import { type CallFilter, conditionOf, containsPattern } from './activity-filter.ts';
import type { Connection } from './connection.ts';
import { createReadTogether } from './read-together.ts';
import { createStatementCache } from './statement-cache.ts';

export interface FindCalls {
  readonly filter: CallFilter;
  /** Ids below this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface FoundCalls {
  /** Newest first. */
  readonly ids: readonly number[];
  /** Go on from here; absent at the end. */
  readonly next?: number;
  readonly total: { readonly count: number; readonly exact: boolean };
}

const mostCounted = 10_000;
/** Calls that a search for text looks at before it answers with what it has: they may be long. */
const mostSearched = 20_000;

/** Finds calls by filter. Only a search for text reads the calls themselves; all else is in one index. */
export function prepareFindCalls(connection: Connection) {
  const statement = createStatementCache(connection);
  const together = createReadTogether(connection);

  const count = (sql: string, parameters: readonly unknown[]): FoundCalls['total'] => {
    const counted = statement<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT 1 FROM trace_call INDEXED BY trace_call_facts WHERE ${sql} LIMIT ${mostCounted + 1})`,
    ).get(...parameters);
    const found = counted?.count ?? 0;
    return { count: Math.min(found, mostCounted), exact: found <= mostCounted };
  };

  const byFacts = ({ filter, before, limit }: FindCalls): FoundCalls => {
    const { sql, parameters } = conditionOf(filter);
    const ids = statement<{ id: number }>(
      `SELECT id FROM trace_call INDEXED BY trace_call_facts WHERE id < ? AND ${sql} ORDER BY id DESC LIMIT ?`,
    )
      .all(before ?? Number.MAX_SAFE_INTEGER, ...parameters, limit + 1)
      .map(({ id }) => id);
    // What fits on the first page needs no counting.
    const total =
      before === undefined && ids.length <= limit ? { count: ids.length, exact: true } : count(sql, parameters);
    const shown = ids.slice(0, limit);
    const last = shown.at(-1);
    return { ids: shown, total, ...(ids.length > limit && last !== undefined ? { next: last } : {}) };
  };

  const byText = ({ filter, before, limit }: FindCalls, text: string): FoundCalls => {
    const { sql, parameters } = conditionOf(filter);
    const pattern = containsPattern(text);
    const has = (column: string): string => `coalesce(${column} LIKE ? ESCAPE '\\', 0)`;
    const rows = statement<{ id: number; hit: number }>(
      `SELECT id, ${has('arguments')} OR ${has('result')} OR ${has('error_message')} AS hit
       FROM trace_call WHERE id < ? AND ${sql} ORDER BY id DESC LIMIT ${mostSearched + 1}`,
    ).iterate(pattern, pattern, pattern, before ?? Number.MAX_SAFE_INTEGER, ...parameters);
    const ids: number[] = [];
    let looked = 0;
    let last = 0;
    let more = false;
    for (const row of rows) {
      if (ids.length === limit || looked === mostSearched) {
        more = true;
        break;
      }
      looked += 1;
      last = row.id;
      if (row.hit === 1) ids.push(row.id);
    }
    const total = { count: ids.length, exact: !more && before === undefined };
    return { ids, total, ...(more ? { next: last } : {}) };
  };

  return (input: FindCalls): FoundCalls =>
    together(() => {
      const text = input.filter.text?.trim() ?? '';
      return text === '' ? byFacts(input) : byText(input, text);
    });
}
