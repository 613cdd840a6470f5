import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { createEndpointDoor } from '../mcp/create-endpoint-door.ts';
import { endpointPath } from './addresses.ts';
import { findResourceMetadata } from './resource-metadata.ts';
import type { DoorCore, Serving } from './route-context.ts';
import { stopServer, watchConnections } from './stop-server.ts';

export interface PublicDoor extends Serving {
  close(): Promise<void>;
}

/** Only this machine: the address, never the name localhost, which may mean another. */
const address = '127.0.0.1';
const localNames = localhostAllowedHostnames();

/** The public HTTP server: the MCP endpoint and the OAuth server. Resolves when it listens; port 0 is any free one. */
export async function openPublicDoor(core: DoorCore, port: number): Promise<PublicDoor> {
  const origin = (): string => `http://${address}:${(server.address() as AddressInfo).port}`;
  const endpoint = createEndpointDoor({ ...core, origin });
  const oauth = createLazyOAuth(core, origin);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    // First, and with no framework in front: nearly every request is a call.
    if (path === endpointPath) return endpoint.handle(request, response, undefined);
    if (path.startsWith(`${endpointPath}/`)) {
      const id = path.slice(endpointPath.length + 1);
      return endpoint.handle(request, response, id === '' ? undefined : id);
    }
    const { host, origin: from } = request.headers;
    if (!validateHostHeader(host, localNames).ok || !validateOriginHeader(from, localNames).ok) {
      return send(response, 403, { message: 'This Host or Origin may not use the workbench: only this machine may.' });
    }
    const metadata = findResourceMetadata(path, core, origin());
    if (metadata !== undefined) return send(response, 200, metadata);
    if (path.startsWith('/auth/') || path.startsWith('/.well-known/')) return (await oauth())(request, response);
    const offer = `The MCP endpoint is ${origin()}${endpointPath}, access tokens come from ${origin()}/auth/token.`;
    send(response, 404, { message: `There is nothing at this address. ${offer}` });
  };

  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      core.ports.log.error('A request failed unexpectedly.', { path: request.url, error });
      if (response.headersSent) response.destroy();
      else
        send(response, 500, { message: 'The request failed because of a fault in the workbench. The log says more.' });
    });
  });
  const connections = watchConnections(server);
  await listen(server, port);

  return {
    url: origin(),
    port: (server.address() as AddressInfo).port,
    get openSessions() {
      return endpoint.openSessions;
    },
    async close() {
      const stopped = stopServer(server, connections);
      await endpoint.close();
      await stopped;
    },
  };
}

/** Bounds on what a client sends. Replies, event streams among them, may take as long as they like. */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 30_000,
  noDelay: true,
};

/** The library behind it takes longer to load than everything else, and most clients come with a static key. */
function createLazyOAuth({ database, ports }: DoorCore, origin: () => string): () => Promise<RequestListener> {
  const load = async (): Promise<RequestListener> => {
    const { createOAuthServer } = await import('../access/oauth/create-oauth-server.ts');
    const server = await createOAuthServer({ database, ports, origin: origin() });
    return (request, response) => server.handle(request, response);
  };
  let loading: Promise<RequestListener> | undefined;
  return () => (loading ??= load());
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen({ port, host: address, exclusive: true }, resolve);
  });
  server.removeAllListeners('error');
}

function explain(error: NodeJS.ErrnoException, port: number): unknown {
  const advice = 'Choose another with --port, or --port 0 for any that is free.';
  if (error.code === 'EADDRINUSE') {
    return new AppError('port_in_use', `Port ${port} is in use by another program. ${advice}`, { cause: error });
  }
  if (error.code === 'EACCES') {
    return new AppError('port_in_use', `This account may not listen on port ${port}. ${advice}`, { cause: error });
  }
  return error;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
