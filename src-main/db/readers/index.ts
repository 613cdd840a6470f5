import type { Database } from 'better-sqlite3';
import { prepareSearchQuery } from '../../search/search-query.ts';

/** The reads that run on reader threads: one line per query, each prepared once per thread. */
export function prepareReaderQueries(connection: Database) {
  return {
    search: prepareSearchQuery(connection),
  };
}

export type ReaderQueries = ReturnType<typeof prepareReaderQueries>;
