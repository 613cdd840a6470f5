import { PROTOCOL_VERSION_META_KEY, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server';
import type { CallOutcome } from './call-tool.ts';

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
  const version = headers['mcp-protocol-version'];
  if (version !== undefined && !(typeof version === 'string' && olderVersions.has(version))) return undefined;
  if (headers['mcp-method'] !== undefined || headers['mcp-name'] !== undefined) return undefined;
  return { id: id as DirectRequest['id'], method: body['method'] as DirectRequest['method'], params };
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
