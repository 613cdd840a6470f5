import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';

/** The kinds that have a page; a site is shown with its client. */
export type PagedKind = Exclude<RecordKind, 'site'>;

const folders: Readonly<Record<PagedKind, string>> = {
  ticket: 'tickets',
  article: 'knowledge',
  user: 'users',
  client: 'clients',
  agent: 'agents',
  team: 'teams',
  asset: 'assets',
  service: 'services',
  workflow: 'workflows',
  outcome: 'actions',
  ticket_type: 'ticket-types',
  status: 'statuses',
  priority: 'priorities',
  sla: 'slas',
  calendar: 'calendars',
  template: 'templates',
  field: 'custom-fields',
  category: 'categories',
};

/** Where the app lists a kind of record. */
export function listPath(kind: PagedKind): string {
  return `/${folders[kind]}`;
}

/** Where the app shows a record of the desk. */
export function recordPath(kind: PagedKind, id: number): string {
  return `${listPath(kind)}/${id}`;
}
