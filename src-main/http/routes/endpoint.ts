import type { EndpointProposal, EndpointView } from '../../../src-shared/api/endpoint.ts';
import { defaultEndpointId, type EndpointSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { defaultEndpointName } from '../../domain/configuration/endpoints.ts';
import { endpointUrl } from '../addresses.ts';
import { applyProposal, previewChange } from '../change-endpoint.ts';
import { checkConnection } from '../choose-default-connection.ts';
import { describeClients } from '../connected-clients.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const endpointRoutes = {
  get: os.endpoint.get.handler(({ context }) => view(context)),
  enable: os.endpoint.enable.handler(({ context }) => save(context, { enabled: true })),
  disable: os.endpoint.disable.handler(({ context }) => save(context, { enabled: false })),
  update: os.endpoint.update.handler(({ context, input }) => {
    if (input.defaultConnection !== undefined) checkConnection(context.core, input.defaultConnection);
    return save(context, input);
  }),
  clients: os.endpoint.clients.handler(({ context: { core } }) => describeClients(core, defaultEndpointId)),
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
  const { endpoints } = context.core;
  const before = endpoints.get(defaultEndpointId).settings;
  const after = applyProposal(before, proposal, context.core);
  const names = Object.keys(after) as (keyof EndpointSettings)[];
  if (names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])))
    endpoints.save(defaultEndpointId, after, context.actor);
  return view(context);
}
