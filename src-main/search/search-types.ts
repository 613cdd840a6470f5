import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { Viewer } from '../domain/viewer.ts';

export type SearchKind = 'ticket' | 'article' | 'user' | 'asset' | 'service' | 'client' | 'site';

export interface SearchInput {
  readonly kind: SearchKind;
  /** Any text; no text, or none with a letter or digit, lists the records. */
  readonly text: string;
  readonly viewer: Viewer;
  /** Tickets only: leave out those in a closed status. */
  readonly openOnly?: boolean | undefined;
  /** Agents only: inactive records too. */
  readonly includeInactive?: boolean | undefined;
  readonly offset: number;
  /** At most 300. */
  readonly limit: number;
}

export interface SearchHit {
  readonly id: number;
  /** 0 to 1: how much of the query the record answers; 1 is an exact identifier, 0 a listing without a query. */
  readonly score: number;
  /** Plain text around the best match, at most 240 characters. */
  readonly snippet: string;
  /** The words that matched, a misspelt one as it is spelt in the record. */
  readonly matched: readonly string[];
}

export interface SearchOutput {
  readonly total: number;
  /** False when counting stopped early on a large desk: there are at least `total`. */
  readonly totalIsExact: boolean;
  readonly hits: readonly SearchHit[];
}

/** Which notes may be read and quoted. */
export type Access = 'none' | 'public' | 'all';

/** The read-only connection that the statements are prepared on. */
export type SearchConnection = WorkbenchDatabase['connection'];
