import type { Database } from 'better-sqlite3';

/** One forward-only step of the schema. `version` is its place in the list, starting at 1; shipped steps never change. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Database): void;
}
