import type { ReaderPool } from '../db/readers/reader-pool.ts';
import type { SearchInput, SearchOutput } from './search-types.ts';

export interface Search {
  /** Runs on a reader thread; see SearchInput for bounds. */
  search(input: SearchInput): Promise<SearchOutput>;
}

export function createSearch(readers: ReaderPool): Search {
  return { search: (input) => readers.run('search', input) };
}
