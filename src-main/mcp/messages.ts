import {
  type InitializeRequest,
  isInitializedNotification,
  isInitializeRequest,
  LATEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';
import type { CallOutcome } from './call-outcome.ts';

/** JSON-RPC and MCP error codes used outside the SDK (specification, basic/index and server/tools). */
export const errorCodes = {
  parse: -32700,
  invalidRequest: -32600,
  invalidParams: -32602,
  refused: -32000,
  sessionNotFound: -32001,
} as const;

export interface DirectRequest {
  readonly id: string | number;
  readonly method: 'tools/call' | 'tools/list' | 'ping';
  readonly params: Record<string, unknown>;
}

const directMethods: ReadonlySet<unknown> = new Set(['tools/call', 'tools/list', 'ping']);
const olderVersions: ReadonlySet<string> = new Set(SUPPORTED_PROTOCOL_VERSIONS);

/**
 * The message as one plain request of the older protocol revisions that needs nothing but an answer; undefined for
 * everything else, which the SDK handles. Anything unusual about it (a batch, the newer era's envelope or headers,
 * a malformed shape) makes it undefined, so that the SDK stays the judge of the protocol.
 */
export function parseDirectRequest(body: unknown, headers: Record<string, unknown>): DirectRequest | undefined {
  if (!isRecord(body) || body['jsonrpc'] !== '2.0' || !directMethods.has(body['method'])) return undefined;
  const { id, params = {} } = body;
  if (typeof id !== 'string' && !Number.isSafeInteger(id)) return undefined;
  if (!isRecord(params)) return undefined;
  const meta = params['_meta'];
  if (meta !== undefined && (!isRecord(meta) || PROTOCOL_VERSION_META_KEY in meta || 'progressToken' in meta)) {
    return undefined;
  }
  if (!hasOlderHeaders(headers)) return undefined;
  return { id: id as DirectRequest['id'], method: body['method'] as DirectRequest['method'], params };
}

export type InitializeRequestMessage = InitializeRequest & { readonly id: string | number };

/** The message as one plain initialize request that opens a session; undefined for any other, which the SDK handles. */
export function parseInitialize(body: unknown, headers: Record<string, unknown>): InitializeRequestMessage | undefined {
  if (!isRecord(body) || body['method'] !== 'initialize' || !isInitializeRequest(body)) return undefined;
  const { id } = body as { id?: unknown };
  if (typeof id !== 'string' && !Number.isSafeInteger(id)) return undefined;
  if (body.params._meta !== undefined || headers['mcp-session-id'] !== undefined) return undefined;
  return hasOlderHeaders(headers) ? (body as InitializeRequestMessage) : undefined;
}

/** Whether this is the older revisions' word that a session is ready for use, which asks for nothing. */
export function isInitialized(body: unknown, headers: Record<string, unknown>): boolean {
  if (!isRecord(body) || body['method'] !== 'notifications/initialized') return false;
  return isInitializedNotification(body) && headers['mcp-session-id'] !== undefined && hasOlderHeaders(headers);
}

/** The revision to speak with a client of the older era that asked for one (specification, basic/lifecycle). */
export function negotiateVersion(requested: string): string {
  return olderVersions.has(requested) ? requested : LATEST_PROTOCOL_VERSION;
}

function hasOlderHeaders(headers: Record<string, unknown>): boolean {
  const version = headers['mcp-protocol-version'];
  if (version !== undefined && !(typeof version === 'string' && olderVersions.has(version))) return false;
  return headers['mcp-method'] === undefined && headers['mcp-name'] === undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A CallToolResult as JSON text. Structured content and text block hold the same JSON, as Halo sends it. */
export function toolResultJson(outcome: CallOutcome & { kind: 'result' | 'error' }): string {
  if (outcome.kind === 'result') {
    if (outcome.content !== undefined) return JSON.stringify({ content: outcome.content });
    return `{"content":[{"type":"text","text":${JSON.stringify(outcome.text)}}],"structuredContent":${outcome.text}}`;
  }
  const text = JSON.stringify({ error: { code: outcome.code, message: outcome.message } });
  return JSON.stringify({ content: [{ type: 'text', text }], isError: true });
}

export function unknownToolMessage(name: unknown): string {
  const shown = typeof name === 'string' ? name.slice(0, 200) : String(name);
  return `Unknown tool: ${shown}`;
}
