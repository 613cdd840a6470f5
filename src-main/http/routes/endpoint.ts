import type { ConnectedClientView, EndpointProposal, EndpointView } from '../../../src-shared/api/endpoint.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { defaultEndpointId, type EndpointSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { principalLabel } from '../../domain/principal.ts';
import type { ConnectedClient } from '../../mcp/presence.ts';
import { endpointUrl } from '../addresses.ts';
import { applyProposal, previewChange } from '../change-endpoint.ts';
import { defaultEndpointName } from '../describe-call.ts';
import { os } from '../implementer.ts';
import type { DoorCore, RouteContext } from '../route-context.ts';

const mostClients = 200;

export const endpointRoutes = {
  get: os.endpoint.get.handler(({ context }) => view(context)),
  enable: os.endpoint.enable.handler(({ context }) => save(context, { enabled: true })),
  disable: os.endpoint.disable.handler(({ context }) => save(context, { enabled: false })),
  update: os.endpoint.update.handler(({ context, input }) => save(context, input)),
  clients: os.endpoint.clients.handler(({ context: { core } }) => {
    const clients = core.presence.list().filter(({ endpointId }) => endpointId === defaultEndpointId);
    return {
      openSessions: clients.reduce((sum, { sessions }) => sum + sessions, 0),
      clients: clients.slice(0, mostClients).map((client) => describeClient(core, client)),
    };
  }),
  preview: os.endpoint.preview.handler(({ context: { core }, input }) => previewChange(core, input.change)),
};

function view({ core, serving }: RouteContext): EndpointView {
  const url = serving()?.url;
  const { id, settings } = core.endpoints.get(defaultEndpointId);
  return {
    ...{ id, name: defaultEndpointName, settings, version: core.endpoints.version() },
    ...(url === undefined ? {} : { url: endpointUrl(url) }),
  };
}

/** Saving what is already so would be a new version of nothing. */
function save(context: RouteContext, proposal: EndpointProposal): EndpointView {
  const { endpoints, tools } = context.core;
  const before = endpoints.get(defaultEndpointId).settings;
  const after = applyProposal(before, proposal, tools);
  const names = Object.keys(after) as (keyof EndpointSettings)[];
  if (names.some((name) => before[name] !== after[name])) endpoints.save(defaultEndpointId, after, context.actor);
  return view(context);
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
