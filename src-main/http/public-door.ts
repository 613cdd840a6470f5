import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { OAuthServer } from '../access/oauth/create-oauth-server.ts';
import { programVersion } from '../config/program.ts';
import { createEndpointDoor } from '../mcp/create-endpoint-door.ts';
import { resourceOf } from '../mcp/identify-caller.ts';
import { endpointPath, responsesPath } from './addresses.ts';
import { listenLocally } from './listen-locally.ts';
import { findResourceMetadata } from './resource-metadata.ts';
import { createResponsesDoor } from './responses-door.ts';
import type { DoorCore, Serving } from './route-context.ts';
import { sendJson } from './send-json.ts';
import { limits, refuseUnreadable } from './server-limits.ts';

export interface PublicDoor extends Serving {
  close(): Promise<void>;
}

const localNames = localhostAllowedHostnames();

/** The public HTTP server: the MCP endpoint, the OAuth server and the Responses API. Resolves when it listens; port 0 is any free one. */
export async function openPublicDoor(core: DoorCore, port: number): Promise<PublicDoor> {
  // Known once it listens, and before the first request.
  let url = '';
  const origin = (): string => url;
  const endpoint = createEndpointDoor({ ...core, origin, version: programVersion });
  const oauth = createLazyOAuth(core, origin);
  const responses = createResponsesDoor(core, origin);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    // First, and with no framework in front: nearly every request is a call.
    if (request.method === 'GET' && path.startsWith(endpointPath)) sendHeadersAtOnce(response);
    if (path === endpointPath) return endpoint.handle(request, response, undefined);
    if (path.startsWith(`${endpointPath}/`)) {
      const id = path.slice(endpointPath.length + 1);
      return endpoint.handle(request, response, id === '' ? undefined : id);
    }
    const { host, origin: from } = request.headers;
    if (!validateHostHeader(host, localNames).ok || !validateOriginHeader(from, localNames).ok) {
      return sendJson(response, 403, {
        message: 'This Host or Origin may not use the workbench: only this machine may.',
      });
    }
    if (path.startsWith(responsesPath)) return responses(request, response, path);
    const metadata = findResourceMetadata(path, core, origin());
    if (metadata !== undefined) return sendJson(response, 200, metadata);
    if (path.startsWith('/auth/') || path.startsWith('/.well-known/')) return (await oauth())(request, response);
    const offer = `The MCP endpoint is ${origin()}${endpointPath}, access tokens come from ${origin()}/auth/token.`;
    sendJson(response, 404, { message: `There is nothing at this address. ${offer}` });
  };

  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      core.ports.log.error('A request failed unexpectedly.', { path: request.url, error });
      if (response.headersSent) response.destroy();
      else
        sendJson(response, 500, {
          message: 'The request failed because of a fault in the workbench. The log says more.',
        });
    });
  });
  server.on('clientError', refuseUnreadable);
  const running = await listenLocally(server, { port, option: '--port' }, core.ports.log);
  url = running.url;
  core.publicAddress.set(url);
  return {
    url,
    port: running.port,
    get openSessions() {
      return endpoint.openSessions;
    },
    async close() {
      core.publicAddress.set(undefined);
      const stopped = running.stop();
      await endpoint.close();
      await stopped;
    },
  };
}

/** The library behind it takes longer to load than everything else, and most clients come with a static key. */
function createLazyOAuth(
  { database, ports, endpoints, access }: DoorCore,
  origin: () => string,
): () => Promise<OAuthServer['handle']> {
  const load = async (): Promise<OAuthServer['handle']> => {
    const { createOAuthServer } = await import('../access/oauth/create-oauth-server.ts');
    const isResource = (resource: string, applicationId: string): boolean => {
      const allowed = access.applications.get(applicationId).endpoints;
      const offered = [endpoints.get(defaultEndpointId), ...endpoints.listCollections()];
      return offered.some(
        (endpoint) => resourceOf(endpoint, origin()) === resource && allowed?.includes(endpoint.id) !== false,
      );
    };
    const server = await createOAuthServer({ database, ports, origin: origin(), isResource });
    return (request, response) => server.handle(request, response);
  };
  let loading: ReturnType<typeof load> | undefined;
  return () => (loading ??= load());
}

/**
 * Node keeps headers back until the first part of the body, and the MCP library does not ask for them: a client that
 * opens an event stream would learn that it is open with the first event, up to 15 seconds later.
 */
function sendHeadersAtOnce(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    writeHead(...given).flushHeaders();
    return response;
  };
}
