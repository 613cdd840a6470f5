import type { TicketSubject } from '../read-subject.ts';
import { asClause, asSentence, isByAgent, isByUser, listSaid } from './entries.ts';
import { findKeySentences } from './key-sentences.ts';

/** Greets, says what was done by the latest public entries, and what happens next. Private entries never count. */
export function draftReply(subject: TicketSubject): string {
  const { ticket } = subject;
  const said = listSaid(subject).filter((entry) => entry.private === 0);
  const [first = ticket.userName] = ticket.userName.split(/\s+/);
  const last = said.at(-1);
  const done = said.filter(isByAgent).at(-1);
  const asked = said.filter(isByUser).at(-1);
  return [
    `Hello ${first},`,
    opening(ticket, asked !== undefined),
    ...(done === undefined ? [] : [`What we did so far: ${quoteOf(done.note)}`]),
    ...(asked === undefined || asked !== last ? [] : [`You wrote: “${asSentence(quoteOf(asked.note))}”`]),
    next(ticket, last !== undefined && isByUser(last), done !== undefined),
    `Kind regards,\n${ticket.agentName ?? ticket.teamName ?? 'Your service desk'}`,
  ].join('\n\n');
}

function opening({ id, summary }: TicketSubject['ticket'], hasWritten: boolean): string {
  return `thank you for ${hasWritten ? 'your message' : 'your request'} about “${asClause(summary)}” (ticket ${id}).`;
}

function quoteOf(note: string): string {
  const sentences = findKeySentences(note, 2);
  return sentences.length === 0 ? note.trim() : sentences.join(' ');
}

function next(ticket: TicketSubject['ticket'], userWaits: boolean, wasAnswered: boolean): string {
  if (ticket.closedAt !== null) {
    return 'The ticket is closed. If the problem comes back, reply to this message and we look at it again.';
  }
  if (userWaits) return 'We look into it and come back to you. Is there anything else that changed since?';
  if (wasAnswered) return 'Could you tell us whether this solved it, or what you see now?';
  return 'We look into it now. Could you tell us since when it is so, and whether others are affected as well?';
}
