import { z } from 'zod';
import { apiError } from './api-error.ts';
import type { Item } from './items.ts';
import { parseWith } from './parse-with.ts';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  order: z.enum(['asc', 'desc']).default('desc'),
  after: z.string().optional(),
});

export type PageQuery = Readonly<Record<string, string>>;

/** One page of items as the API lists them, the newest first unless the query says otherwise. */
export function listPage(items: readonly Item[], given: PageQuery) {
  const { limit, order, after } = parseWith(query, given);
  const ordered = order === 'asc' ? items : items.toReversed();
  const start = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) {
    throw apiError(404, `Item with id '${after.slice(0, 100)}' not found.`, { param: 'after' });
  }
  const data = ordered.slice(start, start + limit);
  return {
    object: 'list' as const,
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + limit < ordered.length,
  };
}
