/** A session of the revision 2025-11-25, driven by hand so that a test sees every reply and every event. */
export interface McpSession {
  readonly id: string;
  /** The HTTP status of a request within the session, with this key or another. */
  ask(method: 'tools/list' | 'ping', key?: string): Promise<number>;
  delete(key?: string): Promise<number>;
  /** Opens the stream on which the server notifies. */
  listen(): Promise<EventStream>;
}

export interface EventStream {
  readonly status: number;
  /** Resolves when the server has ended the stream, with the methods of everything that came. */
  readonly ended: Promise<string[]>;
  /** What came so far. */
  readonly heard: readonly string[];
  close(): void;
}

const revision = '2025-11-25';

export async function openSession(endpoint: string, key: string): Promise<McpSession> {
  const common = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const post = (message: object, headers: Record<string, string>): Promise<Response> =>
    fetch(endpoint, { method: 'POST', headers: { ...common, ...headers }, body: JSON.stringify(message) });
  const clientInfo = { name: 'session-test', version: '1' };
  const params = { protocolVersion: revision, capabilities: {}, clientInfo };
  const opened = await post({ jsonrpc: '2.0', id: 0, method: 'initialize', params }, { 'X-Halo-Api-Key': key });
  await opened.text();
  const id = opened.headers.get('mcp-session-id');
  if (id === null) throw new Error(`No session was opened: ${opened.status}`);
  const within = (whose: string) => ({
    'X-Halo-Api-Key': whose,
    'Mcp-Session-Id': id,
    'Mcp-Protocol-Version': revision,
  });
  await post({ jsonrpc: '2.0', method: 'notifications/initialized' }, within(key));
  return {
    id,
    async ask(method, whose = key) {
      const reply = await post({ jsonrpc: '2.0', id: 1, method }, within(whose));
      await reply.text();
      return reply.status;
    },
    async delete(whose = key) {
      const reply = await fetch(endpoint, { method: 'DELETE', headers: within(whose) });
      await reply.text();
      return reply.status;
    },
    listen: () => openStream(endpoint, { headers: { ...within(key), Accept: 'text/event-stream' } }),
  };
}

/** The newer era's way to be notified: one request whose reply stays open. Resolves when the server has acknowledged. */
export async function subscribe(endpoint: string, key: string): Promise<EventStream> {
  const version = '2026-07-28';
  const meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'session-test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { notifications: { toolsListChanged: true }, _meta: meta };
  const stream = await openStream(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'X-Halo-Api-Key': key,
      'Mcp-Protocol-Version': version,
      'Mcp-Method': 'subscriptions/listen',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params }),
  });
  return stream;
}

async function openStream(endpoint: string, request: RequestInit): Promise<EventStream> {
  const stop = new AbortController();
  const response = await fetch(endpoint, { ...request, signal: stop.signal });
  const heard: string[] = [];
  return { status: response.status, heard, ended: readToEnd(response, heard), close: () => stop.abort() };
}

async function readToEnd(response: Response, heard: string[]): Promise<string[]> {
  let rest = '';
  try {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!line.startsWith('data: {')) continue;
        const { method } = JSON.parse(line.slice('data: '.length)) as { method?: string };
        heard.push(method ?? 'result');
      }
    }
  } catch {
    // The server cut the connection, or the test did: either way this is the end.
  }
  return heard;
}
