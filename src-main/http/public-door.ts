import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { OAuthServer } from '../access/oauth/create-oauth-server.ts';
import { programVersion } from '../config/program.ts';
import { createEndpointDoor } from '../mcp/create-endpoint-door.ts';
import { endpointPath } from './addresses.ts';
import { findResourceMetadata } from './resource-metadata.ts';
import type { DoorCore, Serving } from './route-context.ts';
import { startServer } from './server-lifecycle.ts';

export interface PublicDoor extends Serving {
  close(): Promise<void>;
}

/** Only this machine: the address, never the name localhost, which may mean another. */
const address = '127.0.0.1';
const localNames = localhostAllowedHostnames();

/** The public HTTP server: the MCP endpoint and the OAuth server. Resolves when it listens; port 0 is any free one. */
export async function openPublicDoor(core: DoorCore, port: number): Promise<PublicDoor> {
  // Known once it listens, and before the first request.
  let url = '';
  const origin = (): string => url;
  const endpoint = createEndpointDoor({ ...core, origin, version: programVersion });
  const oauth = createLazyOAuth(core, origin);

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
  server.on('clientError', refuseUnreadable);
  const running = await startServer(server, { port, host: address, exclusive: true }, core.ports.log).catch(
    (error: NodeJS.ErrnoException) => {
      throw explain(error, port);
    },
  );

  const listening = (server.address() as AddressInfo).port;
  url = `http://${address}:${listening}`;
  return {
    url,
    port: listening,
    get openSessions() {
      return endpoint.openSessions;
    },
    async close() {
      const stopped = running.stop();
      await endpoint.close();
      await stopped;
    },
  };
}

/** What Node's parser gives up on never becomes a request; without this the client would get a bare status line. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The headers are larger than 16 KiB. Send shorter ones.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'The request did not arrive in time. Send it again.']
        : ['400 Bad Request', 'This is not an HTTP request that can be read. Check the request line and the headers.'];
  const body = JSON.stringify({ message });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
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
function createLazyOAuth({ database, ports }: DoorCore, origin: () => string): () => Promise<OAuthServer['handle']> {
  const load = async (): Promise<OAuthServer['handle']> => {
    const { createOAuthServer } = await import('../access/oauth/create-oauth-server.ts');
    const server = await createOAuthServer({ database, ports, origin: origin() });
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

function explain(error: NodeJS.ErrnoException, port: number): Error {
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
