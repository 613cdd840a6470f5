import type { ConnectionView } from '../../src-shared/api/connections.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import { offlineConnectionId } from '../../src-shared/domain/conversations.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { SecretReading } from '../access/secret-store/create-secret-store.ts';
import type { Connection } from '../domain/configuration/connections.ts';
import type { DoorCore } from './route-context.ts';

type Needs = Pick<DoorCore, 'connections' | 'endpoints'>;

export function showConnections(core: Needs): ConnectionView[] {
  return [showOffline(core), ...core.connections.configured.list().map((each) => showConfigured(core, each))];
}

export function showConnection(core: Needs, id: string): ConnectionView {
  return id === offlineConnectionId ? showOffline(core) : showConfigured(core, core.connections.configured.get(id));
}

function showOffline(core: Needs): ConnectionView {
  const { id, name, baseUrl, model } = core.connections.open(offlineConnectionId);
  return {
    ...{ id, name, kind: 'offline', baseUrl, model, organization: '', project: '', revision: 0 },
    ...{ key: { state: 'none', hint: '' }, ...showState(core, id) },
  };
}

function showConfigured(core: Needs, { id, version, settings, savedAt, savedBy }: Connection): ConnectionView {
  return {
    ...{ id, ...settings, revision: version, savedAt: toTimestamp(savedAt), savedBy },
    ...{ key: showKey(core.connections.keyState(id)), ...showState(core, id) },
  };
}

function showState({ connections, endpoints }: Needs, id: string): Pick<ConnectionView, 'isDefault' | 'lastTest'> {
  const lastTest = connections.lastTest(id);
  const isDefault = endpoints.get(defaultEndpointId).settings.defaultConnection === id;
  return { isDefault, ...(lastTest !== undefined && { lastTest }) };
}

/** Everything that is ever told of a key. */
function showKey(reading: SecretReading): ConnectionView['key'] {
  if (reading.state === 'none') return { state: 'none', hint: '' };
  const { state, hint } = reading;
  return state === 'stored' ? { state, hint } : { state, hint, why: reading.why };
}
