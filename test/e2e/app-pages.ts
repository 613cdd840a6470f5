export interface AppPage {
  /** What its picture is called. */
  readonly name: string;
  readonly path: string;
  /** Also there on an empty desk. */
  readonly always?: true;
}

/** Every page of the app with a record of the demo desk, and the panels and dialogs that open over them. */
export const appPages: readonly AppPage[] = [
  { name: 'home', path: '/', always: true },
  { name: 'activity', path: '/activity', always: true },
  { name: 'activity-panel', path: '/activity?open=1' },
  { name: 'call', path: '/activity/1' },
  { name: 'tickets', path: '/tickets', always: true },
  { name: 'tickets-panel', path: '/tickets?open=2988' },
  { name: 'tickets-nothing-fits', path: '/tickets?search=zzzzzz' },
  { name: 'new-ticket', path: '/tickets?new=ticket', always: true },
  { name: 'ticket', path: '/tickets/2988' },
  { name: 'ticket-edit', path: '/tickets/2988?tab=edit' },
  { name: 'ticket-changes', path: '/tickets/2988?tab=changes' },
  { name: 'knowledge', path: '/knowledge', always: true },
  { name: 'article', path: '/knowledge/1' },
  { name: 'users', path: '/users', always: true },
  { name: 'user', path: '/users/5' },
  { name: 'clients', path: '/clients', always: true },
  { name: 'client', path: '/clients/1' },
  { name: 'agents', path: '/agents', always: true },
  { name: 'agent', path: '/agents/1', always: true },
  { name: 'teams', path: '/teams', always: true },
  { name: 'team', path: '/teams/1' },
  { name: 'assets', path: '/assets', always: true },
  { name: 'asset', path: '/assets/1' },
  { name: 'services', path: '/services', always: true },
  { name: 'service', path: '/services/1' },
  { name: 'time', path: '/time', always: true },
  { name: 'mcp-endpoint', path: '/mcp-endpoint', always: true },
  { name: 'mcp-endpoint-tool', path: '/mcp-endpoint?tool=create_ticket', always: true },
  { name: 'applications', path: '/applications', always: true },
  { name: 'new-application', path: '/applications?new=application', always: true },
  { name: 'synonyms', path: '/synonyms', always: true },
  { name: 'new-synonyms', path: '/synonyms?open=new', always: true },
  { name: 'synonyms-tried', path: '/synonyms?open=try&query=laptop' },
  { name: 'synonyms-pasted', path: '/synonyms?dialog=paste' },
  { name: 'data', path: '/data', always: true },
  { name: 'import', path: '/import', always: true },
  { name: 'settings', path: '/settings', always: true },
  { name: 'not-found', path: '/no-such-page', always: true },
];
