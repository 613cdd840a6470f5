import type { TicketListInput } from '../../../src-shared/api/tickets.ts';
import { ticketSorts } from '../../../src-shared/api/tickets.ts';
import { readNumber, readNumbers } from '../../components/read-number.ts';
import type { UrlState } from '../../components/use-url-state.ts';

export const ticketListDefaults = {
  search: '',
  show: 'open',
  status: [],
  type: [],
  priority: [],
  team: [],
  agent: [],
  client: undefined,
  user: undefined,
  asset: undefined,
  mark: undefined,
  sort: '',
  order: 'down',
  open: undefined,
  new: undefined,
} as const satisfies Record<string, string | readonly string[] | undefined>;

export type TicketListUrl = UrlState<typeof ticketListDefaults>;

type Sort = TicketListInput['sort'];

/** The chosen sort; without one a search goes by relevance and a list by the latest change. */
export function ticketSortOf({ sort, order, search }: TicketListUrl): { column: Sort; descending: boolean } {
  const chosen = ticketSorts.find((name) => name === sort);
  if (chosen !== undefined) return { column: chosen, descending: order !== 'up' };
  return { column: search.trim() === '' ? 'lastActionAt' : 'relevance', descending: true };
}

/** What the address asks for, as the core takes it; what makes no sense in it is left out. */
export function readTicketFilters(url: TicketListUrl) {
  const search = url.search.trim().slice(0, 400);
  const lists = {
    statusIds: readNumbers(url.status),
    typeIds: readNumbers(url.type),
    priorityIds: readNumbers(url.priority),
    teamIds: readNumbers(url.team),
    agentIds: readNumbers(url.agent),
  };
  const one = { clientId: readNumber(url.client), userId: readNumber(url.user), assetId: readNumber(url.asset) };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0)),
    ...Object.fromEntries(Object.entries(one).filter(([, id]) => id !== undefined)),
    ...(search !== '' && { search }),
    ...(url.agent.includes('none') && { unassigned: true }),
    ...(url.mark === 'overdue' && { overdue: true }),
    ...(url.mark === 'ai' && { madeByAi: true }),
    open: url.show === 'closed' || url.show === 'all' ? url.show : 'open',
  } satisfies Partial<TicketListInput>;
}

const { sort: _sort, order: _order, open: _open, new: _new, ...filterDefaults } = ticketListDefaults;

/** What an address says that shows every ticket; the sort and the open record stay as they are. */
export const noTicketFilters = { ...filterDefaults, show: 'all' } as const;
