import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { defaultEndpointId, type EndpointSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { endpointUrl } from '../addresses.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const endpointRoutes = {
  get: os.endpoint.get.handler(({ context }) => view(context)),
  enable: os.endpoint.enable.handler(({ context }) => save(context, { enabled: true })),
  disable: os.endpoint.disable.handler(({ context }) => save(context, { enabled: false })),
  update: os.endpoint.update.handler(({ context, input }) => save(context, dropUndefined(input))),
};

function view({ core, serving }: RouteContext): EndpointView {
  const url = serving()?.url;
  const { id, settings } = core.endpoints.get(defaultEndpointId);
  return { id, settings, ...(url === undefined ? {} : { url: endpointUrl(url) }) };
}

/** Saving what is already so would be a new version of nothing. */
function save(context: RouteContext, change: Partial<EndpointSettings>): EndpointView {
  const { endpoints } = context.core;
  const before = endpoints.get(defaultEndpointId).settings;
  const differs = Object.entries(change).some(([name, value]) => before[name as keyof EndpointSettings] !== value);
  if (differs) endpoints.save(defaultEndpointId, change, context.actor);
  return view(context);
}

/** The settings would otherwise be overwritten with undefined. */
function dropUndefined<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}
