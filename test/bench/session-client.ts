import autocannon from 'autocannon';
import type { Subject } from './subjects.ts';

export interface Session {
  readonly url: string;
  readonly headers: Record<string, string>;
}

const revision = '2025-11-25';

/** Initializes a session of the older era, as every client of that era does first. */
export async function openSession({ url, headers: credentials }: Pick<Subject, 'url' | 'headers'>): Promise<Session> {
  const headers: Record<string, string> = {
    ...credentials,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  const clientInfo = { name: 'bench', version: '1' };
  const initialize = { protocolVersion: revision, capabilities: {}, clientInfo };
  const reply = await post({ url, headers }, { id: 0, method: 'initialize', params: initialize });
  const sessionId = reply.headers.get('mcp-session-id');
  await reply.text();
  const session = { url, headers: { ...headers, 'mcp-session-id': sessionId ?? '', 'mcp-protocol-version': revision } };
  await (await post(session, { method: 'notifications/initialized' })).text();
  return session;
}

export async function callTool(session: Session, name: string, input: object): Promise<string> {
  return (await post(session, { id: 1, method: 'tools/call', params: { name, arguments: input } })).text();
}

/** Calls per second over keep-alive connections; throws when any call was not answered with 200 and a result. */
export async function measureCalls(
  session: Session,
  call: { name: string; input: object },
  connections: number,
  seconds: number,
): Promise<{ perSecond: number; p50: number; p99: number }> {
  const sample = await callTool(session, call.name, call.input);
  if (!sample.includes('"result"') || sample.includes('"isError":true')) throw new Error(`${call.name}: ${sample}`);
  const result = await autocannon({
    url: session.url,
    method: 'POST',
    headers: session.headers,
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: call.name, arguments: call.input },
    }),
    connections,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${call.name}: ${result.non2xx} refused`);
  return { perSecond: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

function post({ url, headers }: Session, message: object): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', ...message }) });
}
