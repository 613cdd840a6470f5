import type { WorkbenchEvent } from '../../src-shared/events/workbench-event.ts';
import { api } from './client.ts';
import { queryClient } from './query-client.ts';
import { createThrottle } from './throttle.ts';

type Key = readonly unknown[];

/** Lists are read anew at most this often, however much happens, in milliseconds. */
const calm = 1_000;

const throttle = createThrottle<string>(calm);

function readAnew(name: string, key: Key): void {
  throttle(name, () => void queryClient.invalidateQueries({ queryKey: key }));
}

export function readEverythingAnew(): void {
  void queryClient.invalidateQueries();
}

/** Reads anew what an event says has changed, and nothing else. */
export function applyEvent(event: WorkbenchEvent): void {
  switch (event.kind) {
    case 'hello':
    case 'heartbeat':
      return;
    case 'calls':
      // When a key was last used.
      readAnew('keys', api.keys.key());
      // Not the calls themselves, which never change, nor what there is to filter by, which takes long to find.
      readAnew('activity', api.activity.list.key());
      readAnew('figures', api.activity.figures.key());
      readAnew('status', api.workbench.key());
      return;
    case 'desk':
      readAnew('status', api.workbench.key());
      // Custom tools follow what they are made of.
      if (event.everything || event.records.some(({ kind }) => toolMaterial.has(kind))) {
        for (const resource of ['customTools', 'tools', 'collections'] as const)
          readAnew(resource, api[resource].key());
      }
      for (const resource of deskResources) readAnew(resource, api[resource].key());
      readSuggestionsAnew(event);
      return;
    case 'configuration':
      for (const resource of event.object === 'synonyms' ? synonymResources : configurationResources)
        void queryClient.invalidateQueries({ queryKey: api[resource].key() });
      return;
    case 'access':
      for (const resource of accessResources) void queryClient.invalidateQueries({ queryKey: api[resource].key() });
      return;
    case 'sessions':
      readAnew('clients', api.endpoint.clients.key());
      readAnew('collections', api.collections.key());
      readAnew('status', api.workbench.key());
      return;
    case 'imports':
      readAnew('import', api.imports.get.key());
      readAnew('imports', api.imports.list.key());
      return;
    case 'conversations':
      readAnew('conversations', api.conversations.list.key());
      readAnew('conversation', api.conversations.get.key());
      readAnew('grants', api.conversations.grants.key());
  }
}

/** What is open is read at little cost. To match a ticket takes a search: that is for tickets that were changed. */
function readSuggestionsAnew({ records, everything }: Extract<WorkbenchEvent, { kind: 'desk' }>): void {
  readAnew('suggestions', api.suggestions.open.key());
  readAnew('suggestion rules', api.suggestions.listRules.key());
  const all = api.suggestions.match.key();
  if (queryClient.getQueryCache().find({ queryKey: all, exact: false }) === undefined) return;
  if (everything || records.some(({ kind }) => kind === 'suggestion_rule')) return readAnew('matches', all);
  for (const { kind, id } of records) {
    const key = api.suggestions.match.key({ input: { ticketId: id } });
    if (kind === 'ticket' && queryClient.getQueryData(key) !== undefined) readAnew(`matches of ${id}`, key);
  }
}

const deskResources = [
  ...(['tickets', 'articles', 'users', 'clients', 'sites', 'agents', 'teams', 'assets', 'services', 'time'] as const),
  ...(['traces', 'lookups', 'desk', 'workflows', 'outcomes'] as const),
  ...(['ticketTypes', 'statuses', 'priorities', 'slas', 'calendars', 'templates'] as const),
  ...(['customFields', 'categories', 'ticketSetup'] as const),
];
const toolMaterial: ReadonlySet<string> = new Set([
  ...['ticket_type', 'ticket_type_field', 'ticket_type_outcome', 'template', 'field', 'outcome', 'outcome_field'],
  ...['step_outcome', 'workflow_step', 'workflow', 'team', 'agent'],
]);
const configurationResources = [
  'endpoint',
  'connections',
  'collections',
  'customTools',
  'abilities',
  'tools',
  'workbench',
  'settings',
  'applications',
] as const;
/** Other words are found from then on, wherever there is a search. */
const synonymResources = ['synonyms', 'palette', ...deskResources] as const;
const accessResources = ['applications', 'keys', 'workbench'] as const;
