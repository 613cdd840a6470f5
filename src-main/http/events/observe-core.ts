import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { mostCallsInEvent, mostRecordsInEvent } from '../../../src-shared/events/workbench-event.ts';
import type { Access } from '../../access/create-access.ts';
import type { Abilities } from '../../assistants/abilities/create-abilities.ts';
import { programVersion } from '../../config/program.ts';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { ActivityRepository } from '../../db/repositories/activity-repository.ts';
import type { ChangeRepository } from '../../db/repositories/change-repository.ts';
import type { ConnectionList } from '../../domain/configuration/connections.ts';
import type { Endpoints } from '../../domain/configuration/endpoints.ts';
import type { Settings } from '../../domain/configuration/settings.ts';
import type { SynonymList } from '../../domain/configuration/synonyms.ts';
import type { Imports } from '../../importing/create-imports.ts';
import type { Presence } from '../../mcp/presence.ts';
import type { Ports } from '../../ports.ts';
import type { SystemTool } from '../../tools/define-tool.ts';
import type { EndpointTools } from '../../tools/endpoint-tools.ts';
import { describeCalls } from '../describe-call.ts';
import { createEventHub, type EventHub, type EventPace } from './event-hub.ts';

interface Observed {
  readonly database: ChangeSets;
  readonly access: Access;
  readonly endpoints: Endpoints;
  readonly settings: Settings;
  readonly synonyms: SynonymList;
  readonly abilities: Pick<Abilities, 'onChange'>;
  readonly connections: { readonly configured: Pick<ConnectionList, 'onChange'> };
  readonly imports: Pick<Imports, 'onChange'>;
  readonly activity: ActivityRepository;
  readonly changes: ChangeRepository;
  readonly presence: Presence;
  readonly tools: readonly SystemTool[];
  readonly endpointTools: Pick<EndpointTools, 'of'>;
  readonly ports: Ports;
  readonly startedAt: number;
}

/** The events of one core. Its calls are told to it by whoever makes them; everything else it hears by itself. */
export function createCoreEvents(observed: Observed, pace?: EventPace): EventHub {
  const { activity, changes, presence, ports, endpoints } = observed;
  const instance = ports.uuid();
  const hub = createEventHub(
    {
      hello: () => ({
        kind: 'hello',
        version: programVersion,
        startedAt: toTimestamp(observed.startedAt),
        instance,
      }),
      now: ports.now,
      listCalls: (after) => describeCalls(activity.listLatest(after, mostCallsInEvent), observed),
      countSessions: presence.counts,
      listRecords: (changeSetId) =>
        // One more than a message holds says that there are more.
        changes.listRecords(changeSetId, mostRecordsInEvent + 1).flatMap(({ table, id }) => {
          return id === null ? [] : [{ kind: table.replace(/^desk_/, ''), id }];
        }),
    },
    pace,
  );
  observed.database.onChangeSet(({ id, ledger }) => {
    try {
      hub.deskChanged(id, ledger === 'summary');
    } catch (error) {
      // The change is committed: that its records cannot be named must not look like its failure.
      ports.log.error('What a change set changed could not be read.', { error });
      hub.deskChanged(id, true);
    }
  });
  observed.access.onChange(hub.accessChanged);
  observed.imports.onChange(hub.importsChanged);
  observed.settings.onChange((change) => hub.configurationChanged({ object: 'settings', ...change }));
  observed.connections.configured.onChange((change) => hub.configurationChanged({ object: 'connection', ...change }));
  observed.abilities.onChange((change) => hub.configurationChanged({ object: 'abilities', ...change }));
  observed.synonyms.onChange((change) => hub.configurationChanged({ object: 'synonyms', ...change }));
  endpoints.onChange(({ id }, by) => {
    const object = id === defaultEndpointId ? 'endpoint' : 'collection';
    hub.configurationChanged({ object, endpointId: id, version: endpoints.version(), by });
  });
  return hub;
}
