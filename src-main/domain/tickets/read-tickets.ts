import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ActionRepository } from '../../db/repositories/action-repository.ts';
import type { TicketLinksRepository } from '../../db/repositories/ticket-links-repository.ts';
import type { TicketFilter, TicketRepository } from '../../db/repositories/ticket-repository.ts';
import type {
  ConversationRow,
  LinkedArticleRow,
  LinkedAssetRow,
  TicketFieldValueRow,
  TicketListRow,
  TicketRow,
} from '../../db/repositories/ticket-rows.ts';
import { offsetOf, type Page, type Paged } from '../page.ts';
import type { Viewer } from '../viewer.ts';

export type { ConversationRow, LinkedArticleRow, LinkedAssetRow, TicketFieldValueRow, TicketListRow, TicketRow };

/** A ticket with what hangs on it, as the viewer may see it. */
export interface WholeTicket {
  readonly ticket: TicketRow;
  readonly fields: readonly TicketFieldValueRow[];
  readonly assets: readonly LinkedAssetRow[];
  readonly articles: readonly LinkedArticleRow[];
  /** One page, oldest first; page 1 is the most recent. To users the entries they see are numbered without gaps. */
  readonly conversation: readonly ConversationRow[];
  readonly conversationTotal: number;
}

export interface TicketSources {
  readonly tickets: TicketRepository;
  readonly actions: ActionRepository;
  readonly links: TicketLinksRepository;
  /** Runs several reads on one state of the desk. */
  readonly together: <T>(work: () => T) => T;
}

const everywhere: Viewer = { audience: 'agents', seesPrivate: false, tickets: { kind: 'all' } };

export function createTicketReads({ tickets, actions, links, together }: TicketSources) {
  const get = (viewer: Viewer, id: number): TicketRow => {
    const ticket = tickets.find(viewer, id);
    // The same words whether it is missing or out of reach: a refusal must not tell that it exists.
    if (ticket === undefined) {
      throw new AppError('not_found', `There is no ticket ${id} that you can see. Search for it to find its number.`);
    }
    return ticket;
  };

  const readConversation = (viewer: Viewer, id: number, page: Page) => {
    const rows = actions.listConversation(id, viewer.seesPrivate, page.size, offsetOf(page)).reverse();
    const isWhole = page.number === 1 && rows.length < page.size;
    const total = isWhole ? rows.length : actions.countConversation(id, viewer.seesPrivate);
    if (viewer.audience === 'agents') return { rows, total };
    // A gap in the numbers would tell users of a private entry.
    const first = total - offsetOf(page) - rows.length + 1;
    return { rows: rows.map((row, index) => ({ ...row, number: first + index })), total };
  };

  return {
    get,

    /** A ticket that the caller has just written, which may have taken it out of the caller's own reach. */
    getAsWritten: (id: number): TicketRow => get(everywhere, id),

    /** A ticket's parent, unless the viewer cannot see it. */
    visibleParent(viewer: Viewer, ticket: TicketRow): number | null {
      if (ticket.parentId === null || viewer.tickets.kind === 'all') return ticket.parentId;
      return tickets.isWithin(viewer.tickets, ticket.parentId) ? ticket.parentId : null;
    },

    read: (viewer: Viewer, id: number, page: Page): WholeTicket =>
      together(() => {
        const ticket = get(viewer, id);
        const conversation = readConversation(viewer, id, page);
        return {
          ticket,
          fields: links.listFields(id),
          assets: links.listAssets(id, viewer),
          articles: links.listArticles(id, viewer.audience),
          conversation: conversation.rows,
          conversationTotal: conversation.total,
        };
      }),

    /** Those of the tickets that the viewer can see, in no particular order. */
    listByIds: (viewer: Viewer, ids: readonly number[]): TicketListRow[] => tickets.listByIds(viewer, ids),

    /** The most recently touched first. */
    list: (viewer: Viewer, filter: TicketFilter, page: Page): Paged<TicketListRow> => ({
      rows: tickets.list(viewer, filter, page.size, offsetOf(page)),
      total: tickets.count(viewer, filter),
    }),
  };
}
