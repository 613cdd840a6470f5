import type { Viewer } from '../../domain/viewer.ts';
import type { SearchInput, SearchOutput } from '../../search/search-types.ts';
import type { TicketListFilters } from '../repositories/ticket-list-filters.ts';
import type { TicketListRepository, TicketOverviewRow, TicketSort } from '../repositories/ticket-list-repository.ts';

export interface TicketListQuery extends TicketListFilters {
  readonly search?: string | undefined;
  readonly sort: TicketSort | 'relevance';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Epoch milliseconds: what is overdue depends on it. */
  readonly now: number;
}

export interface TicketListAnswer {
  readonly rows: readonly TicketOverviewRow[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Everything: the desk as its administrator sees it. */
export const wholeDesk: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };

/** Of a search that is also filtered or sorted, so many of the best are looked at. */
const mostFound = 300;

export function prepareListTickets(tickets: TicketListRepository, search: (input: SearchInput) => SearchOutput) {
  const find = (text: string, openOnly: boolean): { ids: number[]; isExact: boolean } => {
    const found = search({ kind: 'ticket', text, viewer: wholeDesk, openOnly, offset: 0, limit: mostFound });
    const ids = found.hits.map(({ id }) => id);
    return { ids, isExact: found.totalIsExact && ids.length >= found.total };
  };

  return (query: TicketListQuery): TicketListAnswer =>
    tickets.together(() => {
      const { search: text = '', now, offset, limit, descending } = query;
      if (text.trim() === '') {
        // Without a search nothing is more relevant than what is new.
        const stretch =
          query.sort === 'relevance'
            ? ({ sort: 'lastActionAt', descending: true, offset, limit } as const)
            : { sort: query.sort, descending, offset, limit };
        const { ids, total } = tickets.page(query, now, stretch);
        return { rows: tickets.describe(ids, now), total, totalIsExact: true };
      }
      if (query.sort === 'relevance' && isUnfiltered(query)) {
        const openOnly = query.open === 'open';
        const { hits, total, totalIsExact } = search({
          kind: 'ticket',
          text,
          viewer: wholeDesk,
          openOnly,
          offset,
          limit,
        });
        const ids = hits.map(({ id }) => id);
        return { rows: tickets.describe(ids, now), total, totalIsExact };
      }
      const { ids: found, isExact } = find(text, query.open === 'open');
      const stretch = query.sort === 'relevance' ? undefined : { sort: query.sort, descending, offset, limit };
      const ids = tickets.keep(found, query, now, stretch);
      return {
        rows: tickets.describe(ids.slice(offset, offset + limit), now),
        total: ids.length,
        totalIsExact: isExact,
      };
    });
}

/** Narrowed by nothing that a search does not know itself. */
function isUnfiltered({ open, ...query }: TicketListQuery): boolean {
  const lists = [query.statusIds, query.typeIds, query.priorityIds, query.teamIds, query.agentIds];
  const others = [query.unassigned, query.clientId, query.userId, query.assetId, query.overdue, query.madeByAi];
  return (
    open !== 'closed' &&
    lists.every((ids) => ids === undefined || ids.length === 0) &&
    others.every((value) => value === undefined)
  );
}
