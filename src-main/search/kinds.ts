import { customerReachCondition, type CustomerKind } from '../db/repositories/customer-reach.ts';
import { ticketReachCondition } from '../db/repositories/ticket-reach.ts';
import type { SearchInput, SearchKind } from './search-types.ts';

/** Which records a search may return, as a condition over the desk row `d`; undefined: none at all. */
export interface Scope {
  readonly sql: string;
  readonly parameters: readonly (number | string)[];
  /** The opposite of the condition, where few records are expected to meet it; they are then left out by their ids. */
  readonly hidden?: string;
}

export interface IndexTable {
  readonly name: string;
  /** bm25 weight of each column. */
  readonly weights: readonly number[];
  /** How the record's id follows from a row's. */
  readonly id: string;
}

export interface KindOfRecord {
  readonly desk: string;
  readonly title: string;
  readonly index: IndexTable;
  /** Of titles alone, where the index is large: to find a word in titles there, all of the index's rows that have it are read. */
  readonly titles?: IndexTable;
  /** Where what the index says of a record can be read again, in the order of the weights; the title is the first. */
  readonly indexed: { readonly from: string; readonly columns: readonly string[] };
  /** Columns read for a snippet, the best first. */
  readonly text: readonly string[];
  /** Those columns are short and read as one line. */
  readonly oneLine?: boolean;
  /** Order of a listing without a query. */
  readonly order: string;
  /** Column of the time that slightly prefers recent records. */
  readonly recent?: string;
  /** Names may be words like "Will" or "May", so nothing is left out of a query for them. */
  readonly keepStopWords: boolean;
  /** The fewest letters that are taken for the beginning of a word; fewer cost too much on a long index. */
  readonly shortestPrefix: number;
  scope(input: SearchInput): Scope | undefined;
}

const own = (name: string, weights: readonly number[]): IndexTable => ({ name, weights, id: 'rowid' });

const everything: Scope = { sql: '1', parameters: [] };

const allBut = (hidden: string): Scope => ({ sql: `NOT (${hidden})`, parameters: [], hidden });

/** Records about the customer's side: nothing that users search. */
function agentsOnly(kind: CustomerKind): KindOfRecord['scope'] {
  return ({ viewer, includeInactive }) => {
    if (viewer.audience !== 'agents') return undefined;
    const within = customerReachCondition(kind, viewer, 'd');
    if (within.parameters.length > 0) {
      return includeInactive === true ? within : { ...within, sql: `d.inactive = 0 AND ${within.sql}` };
    }
    return includeInactive === true ? everything : allBut('d.inactive = 1');
  };
}

function ticketScope(input: SearchInput): Scope | undefined {
  const { tickets } = input.viewer;
  if (tickets.kind === 'none') return undefined;
  const reach = ticketReachCondition(tickets, 'd');
  if (input.openOnly !== true) return reach;
  const open = "d.status_id IN (SELECT id FROM desk_status WHERE kind = 'open')";
  return { sql: `${reach.sql} AND ${open}`, parameters: reach.parameters };
}

function articleScope({ viewer, includeInactive }: SearchInput): Scope {
  if (viewer.audience !== 'agents') return allBut("d.inactive = 1 OR d.audience = 'agents'");
  return includeInactive === true ? everything : allBut('d.inactive = 1');
}

function serviceScope({ viewer, includeInactive }: SearchInput): Scope {
  if (viewer.audience !== 'agents') return allBut('d.inactive = 1 OR d.shown_to_users = 0');
  return allBut(`${includeInactive === true ? '' : 'd.inactive = 1 OR '}d.shown_to_agents = 0`);
}

export const kinds: Readonly<Record<SearchKind, KindOfRecord>> = {
  ticket: {
    desk: 'desk_ticket',
    title: 'summary',
    index: own('find_ticket', [3, 1]),
    titles: own('find_ticket_title', [1]),
    indexed: { from: 'desk_ticket', columns: ['summary', 'details'] },
    text: ['details'],
    order: 'd.last_action_at DESC, d.id DESC',
    recent: 'last_action_at',
    keepStopWords: false,
    shortestPrefix: 3,
    scope: ticketScope,
  },
  article: {
    desk: 'desk_article',
    title: 'title',
    index: own('find_article', [3, 2, 1, 1]),
    indexed: { from: 'desk_article', columns: ['title', 'tags', 'description', 'resolution'] },
    text: ['description', 'resolution', 'tags'],
    order: 'd.edited_at DESC, d.id DESC',
    keepStopWords: false,
    shortestPrefix: 2,
    scope: articleScope,
  },
  user: {
    desk: 'desk_user',
    title: 'name',
    index: own('find_user', [4, 2, 2, 1.5, 1]),
    indexed: { from: 'find_user_text', columns: ['name', 'email', 'phone', 'work', 'place'] },
    text: ['email', 'job_title', 'department', 'phone'],
    oneLine: true,
    order: 'd.name, d.id',
    keepStopWords: true,
    shortestPrefix: 1,
    scope: agentsOnly('user'),
  },
  asset: {
    desk: 'desk_asset',
    title: 'tag',
    index: own('find_asset', [4, 2, 3, 4, 2, 1, 1, 1]),
    indexed: {
      from: 'find_asset_text',
      columns: ['tag', 'kind', 'make', 'serial', 'owner', 'place', 'fields', 'notes'],
    },
    text: ['manufacturer', 'model', 'serial_number', 'status', 'notes'],
    oneLine: true,
    order: 'd.tag, d.id',
    keepStopWords: true,
    shortestPrefix: 1,
    scope: agentsOnly('asset'),
  },
  service: {
    desk: 'desk_service',
    title: 'name',
    index: own('find_service', [4, 2, 2, 1]),
    indexed: { from: 'find_service_text', columns: ['name', 'category', 'summary', 'details'] },
    text: ['summary', 'details'],
    order: 'd.name, d.id',
    keepStopWords: false,
    shortestPrefix: 1,
    scope: serviceScope,
  },
  client: {
    desk: 'desk_client',
    title: 'name',
    index: own('find_client', [4, 1]),
    indexed: { from: 'desk_client', columns: ['name', 'notes'] },
    text: ['notes'],
    order: 'd.name, d.id',
    keepStopWords: true,
    shortestPrefix: 1,
    scope: agentsOnly('client'),
  },
  site: {
    desk: 'desk_site',
    title: 'name',
    index: own('find_site', [4, 2, 1, 2]),
    indexed: { from: 'find_site_text', columns: ['name', 'client', 'address', 'phone'] },
    text: ['address', 'phone'],
    oneLine: true,
    order: 'd.name, d.id',
    keepStopWords: true,
    shortestPrefix: 1,
    scope: agentsOnly('site'),
  },
};

const publicNotes: IndexTable = { name: 'find_note_public', weights: [1], id: 'rowid >> 20' };
const privateNotes: IndexTable = { name: 'find_note_private', weights: [1], id: 'rowid >> 20' };

/** Of all kinds. */
export const indexTables: readonly IndexTable[] = [
  ...Object.values(kinds).map(({ index }) => index),
  publicNotes,
  privateNotes,
];

export function readsPrivateNotes(viewer: SearchInput['viewer']): boolean {
  return viewer.seesPrivate && viewer.audience === 'agents';
}

/**
 * Every index table that a search may so much as look at. Private notes are a table of their own, so a viewer who may
 * not see them meets none of their words: in no hit, count, rank, snippet, correction or frequency.
 */
export function indexTablesFor(kind: SearchKind, viewer: SearchInput['viewer']): readonly IndexTable[] {
  const { index } = kinds[kind];
  if (kind !== 'ticket') return [index];
  return readsPrivateNotes(viewer) ? [index, publicNotes, privateNotes] : [index, publicNotes];
}
