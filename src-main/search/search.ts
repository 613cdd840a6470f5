import type { ReaderPool } from '../db/readers/reader-pool.ts';
import type { AlikeInput, AlikeOutput } from './find-alike.ts';
import type { SearchInput, SearchOutput } from './search-types.ts';

export interface Search {
  /** Runs on a reader thread; see SearchInput for bounds. */
  search(input: SearchInput): Promise<SearchOutput>;
  /** Tickets and articles like a ticket; on a reader thread too. */
  findAlike(input: AlikeInput): Promise<AlikeOutput>;
}

export function createSearch(readers: ReaderPool): Search {
  return {
    search: (input) => readers.run('search', input),
    findAlike: (input) => readers.run('findAlike', input),
  };
}
