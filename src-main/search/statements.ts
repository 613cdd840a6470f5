import { planOnce } from '../db/plan-once.ts';
import { createReadTogether } from '../db/repositories/read-together.ts';
import type { SearchConnection } from './search-types.ts';

type Parameter = string | number | bigint;

/** Statements by their text, prepared once per connection. */
export interface Statements {
  /** Rows as arrays of columns. */
  rows<R extends readonly unknown[]>(sql: string, ...parameters: Parameter[]): R[];
  /** The first column of each row, several times faster. */
  column<T>(sql: string, ...parameters: Parameter[]): T[];
  /** The first column of the first row. */
  value(sql: string, ...parameters: Parameter[]): unknown;
  /** Runs all reads of `work` on one state of the file. */
  consistently<T>(work: () => T): T;
}

/** Team lists make statement texts vary; past this many the cache starts afresh. */
const maximumStatements = 400;

export function createStatements(connection: SearchConnection): Statements {
  const prepare = (sql: string) => connection.prepare<Parameter[]>(planOnce(sql));
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  const statement = (mode: 'raw' | 'pluck', sql: string): ReturnType<typeof prepare> => {
    const key = mode + sql;
    let found = prepared.get(key);
    if (found === undefined) {
      if (prepared.size >= maximumStatements) prepared.clear();
      found = prepare(sql);
      if (mode === 'raw') found.raw(true);
      else found.pluck(true);
      prepared.set(key, found);
    }
    return found;
  };
  return {
    rows: <R extends readonly unknown[]>(sql: string, ...parameters: Parameter[]) =>
      statement('raw', sql).all(...parameters) as R[],
    column: <T>(sql: string, ...parameters: Parameter[]) => statement('pluck', sql).all(...parameters) as T[],
    value: (sql, ...parameters) => statement('pluck', sql).get(...parameters),
    consistently: createReadTogether(connection),
  };
}
