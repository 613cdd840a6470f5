import type { ConnectedClients, ConnectedClientView } from '../../src-shared/api/connected-clients.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import { principalLabel } from '../domain/principal.ts';
import type { ConnectedClient } from '../mcp/presence.ts';
import type { DoorCore } from './route-context.ts';

const mostClients = 200;

export function clientsOf({ presence }: Pick<DoorCore, 'presence'>, endpointId: string): ConnectedClient[] {
  return presence.list().filter((client) => client.endpointId === endpointId);
}

export function describeClients(core: DoorCore, endpointId: string): ConnectedClients {
  const clients = clientsOf(core, endpointId);
  return {
    openSessions: clients.reduce((sum, { sessions }) => sum + sessions, 0),
    clients: clients.slice(0, mostClients).map((client) => describeClient(core, client)),
  };
}

function describeClient({ access }: DoorCore, client: ConnectedClient): ConnectedClientView {
  const { principal, era, since, lastRequestAt, sessions, openStreams } = client;
  const { application } = principal;
  return {
    ...{ client: client.client, era, sessions, openStreams },
    ...(application !== undefined && { application: { ...application } }),
    principal: { ...access.describePrincipal(principalLabel(principal)), name: principal.name },
    since: toTimestamp(since),
    lastRequestAt: toTimestamp(lastRequestAt),
  };
}
