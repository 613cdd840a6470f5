import type { ConversationRow } from '../../../domain/tickets/read-tickets.ts';
import type { TicketSubject } from '../read-subject.ts';

/** Entries in which somebody said something that the request itself does not say. */
export function listSaid({ conversation, ticket }: TicketSubject): ConversationRow[] {
  const asked = asClause(ticket.details);
  return conversation.filter(
    ({ note, kind }) => note.trim() !== '' && kind !== 'time' && kind !== 'logged' && asClause(note) !== asked,
  );
}

export function isByAgent({ agentId }: ConversationRow): boolean {
  return agentId !== null;
}

export function isByUser({ userId, agentId }: ConversationRow): boolean {
  return userId !== null && agentId === null;
}

/** Text as one line without the stop at its end. */
export function asClause(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '');
}

/** Text as one line that ends as a sentence does. */
export function asSentence(text: string): string {
  const clause = asClause(text);
  return /[?…]$/.test(clause) ? clause : `${clause}.`;
}
