import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import { paths, protectedResourceMetadata } from '../access/oauth/metadata.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import { resourceOf } from '../mcp/identify-caller.ts';
import { serverTitle } from '../mcp/sdk-server.ts';
import { isChosen } from '../tools/choose-tools.ts';
import { endpointPath } from './addresses.ts';
import type { DoorCore } from './route-context.ts';

/**
 * What an endpoint says about itself (RFC 9728), so that a client that was refused finds the OAuth server; undefined
 * for any other path. The default endpoint also answers where clients look that leave the resource's path out.
 */
export function findResourceMetadata(path: string, core: DoorCore, origin: string): object | undefined {
  const endpoint = findEndpoint(path, core);
  if (endpoint === undefined) return undefined;
  const scopes = listScopes(endpoint, core);
  return protectedResourceMetadata({ resource: resourceOf(endpoint, origin), origin, name: serverTitle, scopes });
}

function findEndpoint(path: string, { endpoints }: DoorCore): Endpoint | undefined {
  if (!path.startsWith(paths.resourceMetadata)) return undefined;
  const below = path.slice(paths.resourceMetadata.length);
  if (below === '' || below === endpointPath) return endpoints.find(defaultEndpointId);
  return below.startsWith(`${endpointPath}/`)
    ? endpoints.findByAddress(below.slice(endpointPath.length + 1))
    : undefined;
}

/** One scope that suffices for each tool, since clients ask for all that they read here. */
function listScopes({ settings }: Endpoint, { tools }: DoorCore): Scope[] {
  const needed = tools.filter((tool) => isChosen(tool, settings)).flatMap(({ scopes }) => scopes.slice(0, 1));
  return [...new Set(needed)].sort();
}
