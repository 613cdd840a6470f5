import { importKinds, type ImportKind } from '../../../src-shared/domain/import-plan.ts';

/** What the rows of a file are called. */
export const kindWords: Readonly<Record<ImportKind, { readonly one: string; readonly many: string }>> = {
  client: { one: 'Client', many: 'Clients' },
  agent: { one: 'Agent', many: 'Agents' },
  user: { one: 'User', many: 'Users' },
  service: { one: 'Service', many: 'Services' },
  asset: { one: 'Asset', many: 'Assets' },
  article: { one: 'Article', many: 'Articles' },
  ticket: { one: 'Ticket', many: 'Tickets' },
  action: { one: 'Action of a ticket', many: 'Actions of tickets' },
};

export const kindChoices = importKinds.map((kind) => ({ value: kind, label: kindWords[kind].many }));
