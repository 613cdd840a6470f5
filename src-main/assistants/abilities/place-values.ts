import type { ArticlePlace, TicketPlace } from '../../../src-shared/domain/abilities.ts';
import type { ConversationRow } from '../../domain/tickets/read-tickets.ts';
import type { ArticleSubject, SimilarTicket, TicketSubject } from './read-subject.ts';

type TicketValues = Readonly<Record<Exclude<TicketPlace, 'ticket.conversation'>, (subject: TicketSubject) => string>>;

/** What of a ticket fills each place. The conversation is filled in last, as far as there is room for it. */
export const ticketValues: TicketValues = {
  'ticket.id': ({ ticket }) => String(ticket.id),
  'ticket.summary': ({ ticket }) => ticket.summary,
  'ticket.details': ({ ticket }) => ticket.details,
  'ticket.type': ({ ticket }) => ticket.typeName,
  'ticket.status': ({ ticket }) => ticket.statusName,
  'ticket.priority': ({ ticket }) => ticket.priorityName,
  'ticket.category': ({ ticket }) => ticket.categoryName ?? 'none',
  'ticket.team': ({ ticket }) => ticket.teamName ?? 'none',
  'ticket.agent': ({ ticket }) => ticket.agentName ?? 'nobody',
  'ticket.user': ({ ticket }) => ticket.userName,
  'ticket.client': ({ ticket }) => ticket.clientName,
  'ticket.site': ({ ticket }) => ticket.siteName,
  'ticket.opened': ({ ticket }) => writeMoment(ticket.openedAt),
  'ticket.due': ({ ticket }) => (ticket.fixByAt === null ? 'no date' : writeMoment(ticket.fixByAt)),
  'ticket.closed': ({ ticket }) => (ticket.closedAt === null ? 'still open' : writeMoment(ticket.closedAt)),
  'ticket.resolution': ({ ticket }) => (ticket.closureNote.trim() === '' ? 'nothing written down' : ticket.closureNote),
  'ticket.fields': ({ fields }) =>
    listOf(
      fields.filter(({ value }) => value !== '').map(({ label, value }) => `${label}: ${value}`),
      'none filled in',
    ),
  'ticket.step': ({ step }) => step ?? 'none',
  'ticket.actions': ({ actions }) =>
    listOf(
      actions.map(({ id, label, toStepName }) => `${label} (${id}${toStepName === null ? '' : `, to ${toStepName}`})`),
      'none',
    ),
  'ticket.similar': ({ similar }) => listOf(similar.map(writeSimilar), 'none found'),
};

export const articleValues: Readonly<Record<ArticlePlace, (subject: ArticleSubject) => string>> = {
  'article.id': ({ article }) => String(article.id),
  'article.title': ({ article }) => article.title,
  'article.description': ({ article }) => article.description,
  'article.resolution': ({ article }) => article.resolution,
  'article.tags': ({ article }) => listOf(article.tags, 'none'),
};

/** What the desk itself made, in which nobody can have written anything. */
export const ownPlaces: ReadonlySet<string> = new Set<TicketPlace | ArticlePlace | 'today'>([
  ...(['ticket.id', 'ticket.opened', 'ticket.due', 'ticket.closed', 'article.id', 'today'] as const),
]);

export function writeEntry({ actor, agentId, userId, private: isPrivate, at, outcome, note }: ConversationRow): string {
  const who = agentId !== null ? 'agent' : userId !== null ? 'user' : 'system';
  const mark = isPrivate === 1 ? ', private' : '';
  return `[${writeMoment(at)}, ${actor} (${who}${mark}), ${outcome}]\n${note.trim()}`;
}

function writeSimilar({ id, summary, resolution }: SimilarTicket): string {
  return `Ticket ${id}: ${summary}. ${resolution.trim() === '' ? 'Nothing says how it ended.' : `It ended with: ${resolution.trim()}`}`;
}

/** To the minute, in UTC. */
export function writeMoment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function listOf(lines: readonly string[], none: string): string {
  return lines.length === 0 ? none : lines.join('\n');
}
