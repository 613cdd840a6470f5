import type { ConnectionTestTarget, ConnectionView } from '../../../src-shared/api/connections.ts';
import { offlineConnectionId } from '../../../src-shared/domain/conversations.ts';
import { noConnection } from '../../../src-shared/domain/connection-settings.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { UnsavedConnection } from '../../assistants/connections/create-connections.ts';
import type { Connection, ConnectionUse } from '../../domain/configuration/connections.ts';
import { planBaseUrl } from '../../domain/configuration/plan-base-url.ts';
import { previewChange } from '../change-endpoint.ts';
import { chooseDefaultConnection } from '../choose-default-connection.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';
import { showConnection, showConnections } from '../show-connection.ts';

export const connectionRoutes = {
  list: os.connections.list.handler(({ context: { core } }) => showConnections(core)),
  get: os.connections.get.handler(({ context: { core }, input }) => showConnection(core, input.id)),
  save: os.connections.save.handler(({ context: { core, actor }, input }): ConnectionView => {
    const { configured, save } = core.connections;
    const { id = core.ports.uuid(), revision, key } = input;
    const before = input.id === undefined ? undefined : getChangeable(core, input.id, revision);
    const settings = configured.plan(input.id, input.settings);
    const isSame = before !== undefined && JSON.stringify(before.settings) === JSON.stringify(settings);
    if (!isSame || key !== undefined) save(id, settings, key, actor);
    return showConnection(core, id);
  }),
  remove: os.connections.remove.handler(({ context, input }) => {
    const { core, actor } = context;
    getChangeable(core, input.id, input.revision);
    // First, so that no endpoint is ever left with a default that is gone.
    if (isDefault(core, input.id)) chooseDefaultConnection(context, noConnection);
    core.connections.remove(input.id, actor);
    return {};
  }),
  removal: os.connections.removal.handler(({ context: { core }, input }) => {
    const uses = core.connections.configured.listUses(input.id).flatMap((use) => describeUse(core, use, input.id));
    if (!isDefault(core, input.id)) return { message: '', uses };
    const { enabled } = core.endpoints.get(defaultEndpointId).settings;
    const { message } = previewChange(core, { defaultConnection: noConnection });
    const effect = enabled
      ? `The MCP endpoint is turned off with it. ${message}`
      : 'The MCP endpoint stays off until another one is.';
    return { message: `It is the default connection. ${effect}`, uses };
  }),
  test: os.connections.test.handler(({ context: { core }, input, signal = never() }) =>
    'settings' in input
      ? core.connections.testUnsaved(readUnsaved(input), signal)
      : core.connections.test(input.id, signal),
  ),
  listModels: os.connections.listModels.handler(async ({ context: { core }, input, signal = never() }) => {
    const connection =
      'settings' in input ? core.connections.openUnsaved(readUnsaved(input)) : core.connections.open(input.id);
    return { models: await connection.listModels(signal) };
  }),
  setDefault: os.connections.setDefault.handler(({ context, input }) => {
    chooseDefaultConnection(context, input.id);
    return showConnections(context.core);
  }),
};

/** As it was read by whoever changes it. */
function getChangeable(core: DoorCore, id: string, revision: number | undefined): Connection {
  if (id === offlineConnectionId) {
    throw new AppError('not_allowed', 'The offline model is built in: it can be neither changed nor deleted.');
  }
  const connection = core.connections.configured.get(id);
  if (connection.version === revision) return connection;
  const message = `The connection "${connection.settings.name}" was changed meanwhile. Look at it again before you change it.`;
  throw new AppError('conflict', message, { details: { revision: connection.version } });
}

function readUnsaved({ id, settings, key }: Extract<ConnectionTestTarget, { settings: unknown }>): UnsavedConnection {
  return { id, settings: { ...settings, baseUrl: planBaseUrl(settings.baseUrl, settings.kind) }, key };
}

function isDefault({ endpoints }: DoorCore, id: string): boolean {
  return endpoints.get(defaultEndpointId).settings.defaultConnection === id;
}

/** That it is the default connection is told apart from what else names it. */
function describeUse({ endpoints }: DoorCore, use: ConnectionUse, id: string): ConnectionUse[] {
  if (use.kind !== 'endpoint') return [use];
  const settings = endpoints.find(use.id)?.settings;
  if (!JSON.stringify({ ...settings, defaultConnection: '' }).includes(id)) return [];
  const name = endpoints.nameOf(use.id);
  return [{ ...use, ...(name !== undefined && { name }) }];
}

function never(): AbortSignal {
  return new AbortController().signal;
}
