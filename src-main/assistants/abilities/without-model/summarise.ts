import type { ConversationRow } from '../../../domain/tickets/read-tickets.ts';
import { writeMoment } from '../place-values.ts';
import type { ArticleSubject, Subject, TextSubject, TicketSubject } from '../read-subject.ts';
import { asClause, asSentence, isByAgent, isByUser, listSaid } from './entries.ts';
import { findKeySentences } from './key-sentences.ts';

const mostDone = 4;

/** Who, what, how it stands, what was done and whose turn it is; of other texts the sentences that say most. */
export function summarise(subject: Subject): string {
  return subject.kind === 'ticket' ? summariseTicket(subject) : summariseText(subject);
}

function summariseText(subject: ArticleSubject | TextSubject): string {
  if (subject.kind === 'text') return findKeySentences(subject.text, 4).join(' ') || subject.text.trim();
  const { title, description, resolution } = subject.article;
  return [
    asClause(title),
    ...labelled('What it is about', findKeySentences(description, 2)),
    ...labelled('What to do', findKeySentences(resolution, 3)),
  ].join('\n');
}

function summariseTicket(subject: TicketSubject): string {
  const { ticket } = subject;
  const said = listSaid(subject);
  const done = said.filter(isByAgent).slice(-mostDone);
  const told = said.filter(isByUser).at(-1);
  const holder = ticket.agentName ?? 'nobody yet';
  const team = ticket.teamName === null ? '' : ` (${ticket.teamName})`;
  const when =
    ticket.closedAt === null
      ? `open since ${writeMoment(ticket.openedAt)}${ticket.fixByAt === null ? '' : `, to be fixed by ${writeMoment(ticket.fixByAt)}`}`
      : `closed on ${writeMoment(ticket.closedAt)}`;
  return [
    `${ticket.userName} of ${ticket.clientName}: ${asSentence(ticket.summary)}`,
    `${ticket.typeName}, ${ticket.statusName}, priority ${ticket.priorityName}, ${when}, with ${holder}${team}.`,
    ...labelled('Asked for', findKeySentences(ticket.details, 2)),
    ...(told === undefined ? [] : labelled('Last told by the user', findKeySentences(told.note, 2))),
    ...(done.length === 0 ? [] : ['Done:', ...done.map((entry) => `- ${writeDone(entry)}`)]),
    ...labelled('Closed with', findKeySentences(ticket.closureNote, 2)),
    ...(ticket.closedAt === null ? [describeTurn(said, ticket.userName)] : []),
  ].join('\n');
}

function writeDone(entry: ConversationRow): string {
  const [sentence = asClause(entry.note)] = findKeySentences(entry.note, 1);
  return `${writeMoment(entry.at).slice(0, 10)}, ${entry.actor}${entry.private === 1 ? ' (private)' : ''}: ${sentence}`;
}

/** Whoever spoke last in public waits for the other. */
function describeTurn(said: readonly ConversationRow[], user: string): string {
  const last = said.filter((entry) => entry.private === 0).at(-1);
  if (last === undefined) return 'Next: nobody has answered yet.';
  if (isByUser(last)) return `Next: ${user} wrote last and waits for an answer.`;
  return `Next: the last word to ${user} was on ${writeMoment(last.at).slice(0, 10)}, by ${last.actor}.`;
}

function labelled(label: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`${label}: ${sentences.join(' ')}`];
}
