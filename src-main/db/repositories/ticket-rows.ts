import type { MadeByRow } from './made-by-columns.ts';
import type { ActionKind, TicketSource } from '../../domain/tickets/ticket-words.ts';

/** What a list shows of a ticket. Times are epoch milliseconds UTC. */
export interface TicketListRow {
  readonly id: number;
  readonly summary: string;
  readonly statusName: string;
  readonly typeName: string;
  readonly priorityName: string;
  readonly clientName: string;
  readonly siteName: string;
  readonly userName: string;
  readonly agentName: string | null;
  readonly teamName: string | null;
  readonly openedAt: number;
  readonly fixByAt: number | null;
  readonly closedAt: number | null;
  readonly lastActionAt: number;
}

export interface TicketRow extends TicketListRow {
  readonly details: string;
  readonly source: TicketSource;
  readonly statusId: number;
  readonly statusKind: 'open' | 'closed';
  readonly typeId: number;
  readonly priorityId: number;
  readonly slaId: number;
  readonly slaName: string;
  readonly categoryId: number | null;
  readonly categoryName: string | null;
  readonly siteId: number;
  readonly clientId: number;
  readonly userId: number;
  readonly userEmail: string;
  readonly teamId: number | null;
  readonly agentId: number | null;
  readonly serviceId: number | null;
  readonly serviceName: string | null;
  readonly parentId: number | null;
  readonly respondByAt: number | null;
  readonly respondedAt: number | null;
  readonly heldSinceAt: number | null;
  readonly heldSeconds: number;
  readonly closureNote: string;
  /** As written down; the domain's `ticket-steps.ts` says on which step it is. */
  readonly stepId: number | null;
  readonly workflowId: number | null;
}

export interface ConversationRow {
  /** The action's number within its ticket. */
  readonly number: number;
  readonly kind: ActionKind;
  readonly outcome: string;
  readonly actor: string;
  readonly agentId: number | null;
  readonly userId: number | null;
  readonly private: 0 | 1;
  readonly note: string;
  readonly at: number;
  /** Set when the action changed the status. */
  readonly newStatusName: string | null;
}

export interface HistoryRow extends ConversationRow, MadeByRow {
  readonly id: number;
  readonly seconds: number;
}

export interface TicketFieldValueRow {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export interface LinkedAssetRow {
  readonly id: number;
  readonly tag: string;
  readonly typeName: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly status: string;
}

export interface LinkedArticleRow {
  readonly id: number;
  readonly title: string;
}

/** A whole ticket as stored, without its id. */
export interface NewTicket {
  readonly typeId: number;
  readonly statusId: number;
  readonly priorityId: number;
  readonly categoryId: number | null;
  readonly siteId: number;
  readonly userId: number;
  readonly teamId: number | null;
  readonly agentId: number | null;
  readonly summary: string;
  readonly details: string;
  readonly source: TicketSource;
  readonly openedAt: number;
  readonly respondByAt: number | null;
  readonly fixByAt: number | null;
  readonly heldSinceAt: number | null;
  readonly stepId: number | null;
}

/** What an action may change on its ticket; what is absent stays as it is. */
export interface TicketChanges {
  readonly statusId?: number;
  readonly teamId?: number | null;
  readonly agentId?: number | null;
  readonly respondByAt?: number | null;
  readonly respondedAt?: number | null;
  readonly fixByAt?: number | null;
  readonly heldSinceAt?: number | null;
  readonly heldSeconds?: number;
  readonly closedAt?: number | null;
  readonly closureNote?: string;
  readonly priorityId?: number;
  readonly stepId?: number | null;
  readonly lastActionAt: number;
}

export interface NewAction {
  readonly ticketId: number;
  readonly kind: ActionKind;
  readonly outcome: string;
  readonly agentId: number | null;
  readonly userId: number | null;
  readonly actor: string;
  readonly private: boolean;
  readonly note: string;
  readonly seconds: number;
  readonly statusBeforeId: number | null;
  readonly statusAfterId: number | null;
  readonly at: number;
  /** The configured outcome that it came from; null for what the desk does by itself. */
  readonly outcomeId: number | null;
}
