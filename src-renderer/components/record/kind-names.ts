import type { PagedKind } from './record-path.ts';

/** What a record of each kind is called. */
export const kindNames: Readonly<Record<PagedKind, string>> = {
  ticket: 'Ticket',
  article: 'Article',
  user: 'User',
  client: 'Client',
  agent: 'Agent',
  team: 'Team',
  asset: 'Asset',
  service: 'Service',
};
