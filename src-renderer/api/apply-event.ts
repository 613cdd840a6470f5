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
      for (const resource of deskResources) readAnew(resource, api[resource].key());
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
      readAnew('status', api.workbench.key());
      return;
    case 'imports':
      readAnew('import', api.imports.get.key());
      readAnew('imports', api.imports.list.key());
  }
}

const deskResources = [
  ...(['tickets', 'articles', 'users', 'clients', 'sites', 'agents', 'teams', 'assets', 'services', 'time'] as const),
  ...(['traces', 'lookups', 'desk'] as const),
];
const configurationResources = ['endpoint', 'collections', 'tools', 'workbench', 'settings', 'applications'] as const;
/** Other words are found from then on, wherever there is a search. */
const synonymResources = ['synonyms', 'palette', ...deskResources] as const;
const accessResources = ['applications', 'keys', 'workbench'] as const;
