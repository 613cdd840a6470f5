import type { McpTool } from './parse-tools.ts';
import { apiError } from './api-error.ts';

export interface AllowedServer {
  readonly label: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

interface Allowance {
  /** The public door's own, such as `http://127.0.0.1:4256`. */
  readonly origin: string;
  /** `host:port` of the servers elsewhere that an administrator has allowed. */
  readonly allowed: readonly string[];
}

/** The server that a tool names, if it may be called: an endpoint of this workbench, or what an administrator allowed. */
export function findServer(tool: McpTool, place: string, { origin, allowed }: Allowance): AllowedServer {
  const param = `${place}.server_url`;
  if (!URL.canParse(tool.url)) {
    throw apiError(400, `Invalid '${param}': it is no URL.`, { param, code: 'invalid_value' });
  }
  const url = new URL(tool.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw apiError(400, `Invalid '${param}': it starts with http:// or https://.`, { param, code: 'invalid_value' });
  }
  if (url.username !== '' || url.password !== '') {
    const message = `Invalid '${param}': a user name or password does not belong there. Use 'headers' or 'authorization'.`;
    throw apiError(400, message, { param, code: 'invalid_value' });
  }
  url.hash = '';
  const headers = checkHeaders(tool, place);
  const own = ownEndpoint(url, origin);
  if (own !== undefined) return { label: tool.label, url: own, headers };
  if (allowed.includes(hostAndPort(url))) return { label: tool.label, url, headers };
  const shown = hostAndPort(url).slice(0, 200);
  const message =
    `The server at '${shown}' may not be called. The offline model calls the endpoints of this workbench, ` +
    `${origin}/api/mcp and its collections; an administrator can allow '${shown}' as well, in the workbench's settings.`;
  throw apiError(400, message, { param, code: 'server_not_allowed' });
}

const endpointPath = /^\/api\/mcp(\/[\w-]{1,100})?$/;

/** Nothing else of this workbench is reached: neither another path nor, by another spelling, another port. */
function ownEndpoint(url: URL, origin: string): URL | undefined {
  const own = new URL(origin);
  const isOwn =
    url.protocol === own.protocol && [own.hostname, 'localhost'].includes(url.hostname) && url.port === own.port;
  if (!isOwn || url.search !== '' || !endpointPath.test(url.pathname)) return undefined;
  return new URL(url.pathname, own);
}

function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}

/** What belongs to the connection, to the protocol or to a browser is not the caller's to say. */
const reserved = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'host', 'origin', 'content-length', 'content-type', 'accept', 'expect'],
  ...['referer', 'cookie', 'forwarded', 'via', 'last-event-id'],
]);
const reservedPrefixes = ['mcp-', 'sec-', 'x-forwarded-', 'access-control-'];

const mostHeaders = 50;
const mostHeaderBytes = 12_288;

function checkHeaders({ headers, authorization }: McpTool, place: string): Record<string, string> {
  const given = Object.entries(headers);
  const param = `${place}.headers`;
  const refuse = (message: string) => apiError(400, `Invalid '${param}': ${message}`, { param, code: 'invalid_value' });
  if (given.length > mostHeaders) throw refuse(`there are at most ${mostHeaders} headers.`);
  let bytes = 0;
  for (const [name, value] of given) {
    const lower = name.toLowerCase();
    if (!/^[!#$%&'*+\-.^_`|~\w]{1,100}$/.test(name)) throw refuse('a name is that of an HTTP header.');
    if (reserved.has(lower) || reservedPrefixes.some((prefix) => lower.startsWith(prefix))) {
      throw refuse(`'${name}' may not be set.`);
    }
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
      throw refuse(`the value of '${name}' has characters that no header takes.`);
    bytes += name.length + value.length;
  }
  if (bytes > mostHeaderBytes) throw refuse(`together they have at most ${mostHeaderBytes} characters.`);
  return authorization === undefined ? { ...headers } : { ...headers, Authorization: bearer(authorization, place) };
}

function bearer(token: string, place: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  const param = `${place}.authorization`;
  throw apiError(400, `Invalid '${param}': it is an access token.`, { param, code: 'invalid_value' });
}
