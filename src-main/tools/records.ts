import { z } from 'zod';
import type { ConversationRow, TicketListRow } from '../domain/tickets/read-tickets.ts';
import type { SearchHit } from '../search/search-types.ts';
import { recordLink } from './record-link.ts';
import { toIso, toIsoOrNull } from './timestamp.ts';

/** A whole number in an output: without the bounds that zod would publish for its integers. */
export const count = z.number().meta({ type: 'integer' });
export const id = count.describe('The id to pass to other tools.');
export const name = z.string();
export const nameOrNull = z.string().nullable();
export const idOrNull = count.nullable();
export const moment = z.string().describe('ISO 8601, UTC.');
export const momentOrNull = z
  .string()
  .nullable()
  .describe('ISO 8601, UTC; null when it does not apply or has not happened.');
export const link = z.string().describe('Where the app shows the record.');

/** What a search says about a hit. */
export const hitFields = {
  score: z.number().describe('How well it matches: 1 is best, 0 a listing without search words.'),
  snippet: z.string().describe('The text around the best match.'),
};

export function showHit(hit: SearchHit): { score: number; snippet: string } {
  return { score: hit.score, snippet: hit.snippet };
}

export const ticketListFields = {
  id: id.describe('The ticket number: pass it as ticket_id.'),
  summary: name,
  status_name: name,
  tickettype_name: name,
  priority_name: name,
  client_name: name,
  site_name: name,
  user_name: name.describe('Whose ticket it is.'),
  agent_name: nameOrNull.describe('Who works on it; null when unassigned.'),
  team_name: nameOrNull,
  dateoccurred: moment.describe('When it was logged. ISO 8601, UTC, as all dates here.'),
  fixbydate: nameOrNull.describe('When it is due to be fixed.'),
  dateclosed: nameOrNull.describe('When it was closed; null while open.'),
  lastactiondate: name,
  link,
};

export function showTicketRow(row: TicketListRow) {
  return {
    id: row.id,
    summary: row.summary,
    status_name: row.statusName,
    tickettype_name: row.typeName,
    priority_name: row.priorityName,
    client_name: row.clientName,
    site_name: row.siteName,
    user_name: row.userName,
    agent_name: row.agentName,
    team_name: row.teamName,
    dateoccurred: toIso(row.openedAt),
    fixbydate: toIsoOrNull(row.fixByAt),
    dateclosed: toIsoOrNull(row.closedAt),
    lastactiondate: toIso(row.lastActionAt),
    link: recordLink('ticket', row.id),
  };
}

export const conversationEntry = z.strictObject({
  id: count.describe('The number of the entry within its ticket.'),
  outcome: name.describe('What was done.'),
  who: name,
  who_type: z.enum(['agent', 'user', 'system']),
  datetime: name,
  note: name,
  new_status_name: nameOrNull.describe('Set when the entry changed the status.'),
  hiddenfromuser: z.boolean().describe('True for private notes.'),
});

export function showConversationEntry(row: ConversationRow): z.input<typeof conversationEntry> {
  return {
    id: row.number,
    outcome: row.outcome,
    who: row.actor,
    who_type: row.agentId !== null ? 'agent' : row.userId !== null ? 'user' : 'system',
    datetime: toIso(row.at),
    note: row.note,
    new_status_name: row.newStatusName,
    hiddenfromuser: row.private === 1,
  };
}
