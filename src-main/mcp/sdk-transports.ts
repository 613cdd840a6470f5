import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  isLegacyRequest,
  type McpHandlerRequestOptions,
  type McpHttpHandler,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ports } from '../ports.ts';
import { acceptBoth } from './framing.ts';
import type { HttpCaller } from './identify-caller.ts';
import { errorCodes } from './messages.ts';
import { authInfoOf } from './sdk-server.ts';
import type { Sessions } from './sessions.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface SdkTransports {
  /** Serves any request of either era; `body` is the parsed body of a POST. */
  serve(request: IncomingMessage, response: ServerResponse, caller: HttpCaller, body: unknown): Promise<void>;
  close(): Promise<void>;
}

/** The SDK's own transports behind the door: the newer era, the older one with sessions, and without. */
export function createSdkTransports(
  createServer: () => Server,
  sessions: Sessions,
  subscriptions: Subscriptions,
  ports: Pick<Ports, 'log'>,
): SdkTransports {
  // One for each endpoint, since each keeps to a number of subscribers of its own.
  const handlers = new Map<string, McpHttpHandler>();

  const newerEra = ({ endpoint }: HttpCaller): McpHttpHandler => {
    const responseMode = endpoint.settings.framing === 'sse' ? 'sse' : 'auto';
    const key = `${endpoint.id} ${responseMode}`;
    const handler =
      handlers.get(key) ?? createMcpHandler(createServer, { legacy: 'reject', responseMode, bus: subscriptions.bus });
    handlers.set(key, handler);
    return handler;
  };

  const olderEra = async (
    request: Request,
    options: McpHandlerRequestOptions | undefined,
    caller: HttpCaller,
  ): Promise<Response> => {
    const sessionId = request.headers.get('mcp-session-id');
    if (sessionId !== null) {
      const session = sessions.find(sessionId, caller);
      if (session === undefined) return sessionNotFound();
      return (await sessions.connect(session)).transport.handleRequest(request, options);
    }
    if (request.method !== 'POST') return noSession();
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: caller.streamFraming === 'json',
    });
    await createServer().connect(transport);
    return transport.handleRequest(request, options);
  };

  const handle = toNodeHandler(
    {
      fetch: async (request, options) => {
        const caller = options?.authInfo?.extra?.['caller'] as HttpCaller;
        const older = await isLegacyRequest(request, options?.parsedBody);
        if (older) return olderEra(request, options, caller);
        return subscriptions.during(caller, () => newerEra(caller).fetch(request, options));
      },
    },
    { onerror: (error) => ports.log.error('An MCP request failed.', { error: error.stack }) },
  );

  return {
    async serve(request, response, caller, body) {
      if (request.method === 'POST') acceptBoth(request);
      const carrying = Object.assign(request, { auth: authInfoOf(caller) });
      // Node types `url` and `method` as possibly undefined, the SDK as possibly absent: the same thing at run time.
      await handle(carrying as Parameters<typeof handle>[0], response, body);
    },
    async close() {
      await Promise.all([...handlers.values()].map((handler) => handler.close()));
    },
  };
}

export const sessionNotFoundMessage = 'Session not found. Initialize again.';

function sessionNotFound(): Response {
  return refusal(404, errorCodes.sessionNotFound, sessionNotFoundMessage);
}

function noSession(): Response {
  return refusal(405, errorCodes.refused, 'Initialize first: only a session has a stream to open or close.', {
    allow: 'POST',
  });
}

function refusal(status: number, code: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code, message } }, { status, headers });
}
