import type { Desk } from '../domain/desk.ts';
import type { Refreshing } from '../domain/suggestions/refresh-suggestions.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Search } from '../search/search.ts';

/** So many of the likest tickets rules look at: more than anybody has use for. */
export const ticketsConsidered = 30;
const shown = 10;

interface Matching extends Refreshing {
  readonly viewer: Viewer;
  readonly ticketId: number;
  /** Whether articles may be looked for. */
  readonly articles: boolean;
}

/**
 * Tickets and articles like a ticket, the likest first, as they now are on the desk, and its open suggestions brought up
 * to date with them. Throws where the viewer cannot see the ticket.
 */
export async function matchTicket(
  { desk, search }: { readonly desk: Desk; readonly search: Search },
  { viewer, ticketId, articles, ...refreshing }: Matching,
) {
  desk.tickets.get(viewer, ticketId);
  const alike = await search.findAlike({
    ticketId,
    viewer,
    tickets: ticketsConsidered,
    articles: articles ? shown : 0,
  });
  const suggestions = desk.suggestions.refresh(viewer, ticketId, alike.tickets, refreshing);
  const best = alike.tickets.slice(0, shown);
  const ids = best.map(({ id }) => id);
  const rows = new Map(desk.tickets.listByIds(viewer, ids).map((row) => [row.id, row]));
  const resolutions = new Map(desk.suggestions.listFacts(viewer, ids).map(({ id, resolution }) => [id, resolution]));
  const articleIds = alike.articles.map(({ id }) => id);
  const found = new Map(desk.articles.listByIds(viewer, articleIds).map((row) => [row.id, row]));
  return {
    tickets: best.flatMap((match) => {
      const row = rows.get(match.id);
      return row === undefined ? [] : { match, row, resolution: resolutions.get(match.id) ?? '' };
    }),
    articles: alike.articles.flatMap((match) => {
      const row = found.get(match.id);
      return row === undefined ? [] : { match, row };
    }),
    suggestions,
  };
}
