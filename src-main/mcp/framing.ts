import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';

export type Framing = 'json' | 'sse';

/** JSON unless the client names event streams and not JSON, or the endpoint frames every reply as Halo does. */
export function chooseFraming(accept: string | undefined, setting: EndpointSettings['framing']): Framing {
  if (setting === 'sse') return 'sse';
  if (accept === undefined) return 'json';
  return accept.includes('text/event-stream') && !accept.includes('application/json') ? 'sse' : 'json';
}

/** For replies that may carry more than their result: a stream wherever the client takes one. */
export function chooseStreamFraming(accept: string | undefined, setting: EndpointSettings['framing']): Framing {
  return setting === 'sse' || accept?.includes('text/event-stream') === true ? 'sse' : 'json';
}

/** Sends one JSON-RPC message, given as JSON text, as a whole reply. */
export function sendMessage(
  response: ServerResponse,
  message: string,
  framing: Framing,
  options: { status?: number; headers?: Record<string, string> } = {},
): void {
  const body = framing === 'sse' ? `event: message\ndata: ${message}\n\n` : message;
  response.writeHead(options.status ?? 200, {
    'content-type': framing === 'sse' ? 'text/event-stream' : 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...options.headers,
  });
  response.end(body);
}

/** A JSON-RPC error outside any exchange, with an HTTP status of its own. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  const error = { jsonrpc: '2.0', id: null, error: { code, message } };
  sendMessage(response, JSON.stringify(error), 'json', { status, headers });
}

/** The SDK's transports want both names in Accept; the client's own wish was read before. */
export function acceptBoth(request: IncomingMessage): void {
  request.headers.accept = 'application/json, text/event-stream';
}
