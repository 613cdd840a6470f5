import { z } from 'zod';
import { countPages, offsetOf, type Page, type Paged } from '../domain/page.ts';
import type { SearchHit, SearchKind } from '../search/search-types.ts';
import type { ToolContext } from './define-tool.ts';
import { count } from './records.ts';

const rowsPerPage = 10;

export function pageOf(number: number | undefined): Page {
  return { number: number ?? 1, size: rowsPerPage };
}

/** The output of a list: Halo's envelope with the rows under `key`. */
export function listOutput<Key extends string, Row extends z.ZodObject>(key: Key, row: Row, description: string) {
  const shape = {
    page_number: count.describe('The page returned.'),
    page_size: count.describe('Rows on a full page.'),
    record_count: count.describe('Rows on all pages together.'),
    record_count_is_exact: z.boolean().describe('False when counting stopped early: there are at least that many.'),
    pages: count.describe('How many pages there are; pass page_number to get another.'),
  };
  const rows = { [key]: z.array(row).describe(description) } as Record<Key, z.ZodArray<Row>>;
  return z.strictObject({ ...shape, ...rows });
}

interface Envelope {
  page_number: number;
  page_size: number;
  record_count: number;
  record_count_is_exact: boolean;
  pages: number;
}

/** A page past the end is an empty one with the right counts. */
export function envelope(page: Page, { total }: Pick<Paged<unknown>, 'total'>, isExact = true): Envelope {
  return {
    page_number: page.number,
    page_size: page.size,
    record_count: total,
    record_count_is_exact: isExact,
    pages: countPages(total, page.size),
  };
}

interface SearchFor {
  readonly kind: SearchKind;
  readonly text: string;
  readonly pageNumber: number | undefined;
  readonly openOnly?: boolean;
}

/**
 * Searches, then reads the found records on the core's own connection: what a hit shows is the present record as the
 * viewer may see it, even when it changed since the index was read.
 */
export async function searchPage<Row extends { readonly id: number }, Shown>(
  { search, viewer }: ToolContext,
  { kind, text, pageNumber, openOnly = false }: SearchFor,
  load: (ids: readonly number[]) => readonly Row[],
  show: (row: Row, hit: SearchHit) => Shown,
): Promise<{ envelope: Envelope; rows: Shown[] }> {
  const page = pageOf(pageNumber);
  const offset = offsetOf(page);
  const found = await search.search({ kind, text, viewer, openOnly, offset, limit: page.size });
  const rows = new Map(load(found.hits.map((hit) => hit.id)).map((row) => [row.id, row]));
  return {
    envelope: envelope(page, found, found.totalIsExact),
    rows: found.hits.flatMap((hit) => {
      const row = rows.get(hit.id);
      return row === undefined ? [] : [show(row, hit)];
    }),
  };
}
