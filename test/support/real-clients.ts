import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

/** What a test needs of an MCP client, whichever it is. Results are the JSON of the text block. */
export interface RealClient {
  listTools(): Promise<string[]>;
  /** Rejects with the client's own error when the call is refused as a protocol error. */
  call(tool: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Resolves when the server next says that the list changed; absent where the client keeps no connection. */
  nextListChange?(): Promise<void>;
  /** How often it was told so; absent likewise. */
  countListChanges?(): number;
  close(): Promise<void>;
}

type Connect = (endpoint: string, key: string) => Promise<RealClient>;

const identity = { name: 'contract-test', version: '1.0.0' };

/** The SDK's v1 client: protocol revisions up to 2025-11-25, a session and its GET stream. */
const connectOlderClient: Connect = async (endpoint, key) => {
  const client = new OlderClient(identity);
  const changes = createSignal();
  client.setNotificationHandler(ToolListChangedNotificationSchema, changes.fire);
  const transport = new OlderTransport(new URL(endpoint), { requestInit: { headers: { 'X-Halo-Api-Key': key } } });
  // The v1 types predate exactOptionalPropertyTypes: its own transport does not satisfy its own interface.
  await client.connect(transport);
  return {
    listTools: async () => (await client.listTools()).tools.map((tool) => tool.name),
    call: async (name, input) => readResult(await client.callTool({ name, arguments: input })),
    nextListChange: changes.next,
    countListChanges: changes.count,
    close: () => client.close(),
  };
};

/** The SDK's v2 client, held to the revision 2026-07-28: stateless, notified over subscriptions/listen. */
const connectNewerClient: Connect = async (endpoint, key) => {
  const changes = createSignal();
  const client = new Client(identity, {
    versionNegotiation: { mode: { pin: '2026-07-28' } },
    listChanged: { tools: { autoRefresh: false, debounceMs: 0, onChanged: changes.fire } },
  });
  const transport = new StreamableHTTPClientTransport(new URL(endpoint), {
    requestInit: { headers: { Authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  return {
    listTools: async () => (await client.listTools()).tools.map((tool) => tool.name),
    call: async (name, input) => readResult(await client.callTool({ name, arguments: input })),
    nextListChange: changes.next,
    countListChanges: changes.count,
    close: () => client.close(),
  };
};

/** MCP Inspector's command line: one process for each request. */
const connectInspector: Connect = async (endpoint, key) => {
  const run = promisify(execFile);
  const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/inspector/package.json');
  const program = join(dirname(manifest), 'clients/launcher/build/index.js');
  const inspect = async (...args: string[]): Promise<Record<string, unknown>> => {
    const target = [endpoint, '--transport', 'http', '--header', `X-Halo-Api-Key: ${key}`];
    const { stdout } = await run(process.execPath, [program, '--cli', ...target, ...args], { maxBuffer: 1e8 });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  return {
    listTools: async () => {
      const { tools } = await inspect('--method', 'tools/list');
      return (tools as { name: string }[]).map((tool) => tool.name);
    },
    call: async (name, input) => {
      const pairs = Object.entries(input).flatMap(([key, value]) => ['--tool-arg', `${key}=${String(value)}`]);
      return readResult(await inspect('--method', 'tools/call', '--tool-name', name, ...pairs));
    },
    close: () => Promise.resolve(),
  };
};

/** A plain POST, as scripts and Halo's own consumers send it: no initialize, no session, no Accept. */
const connectPlainPost: Connect = async (endpoint, key) => {
  const post = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Halo-Api-Key': key },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const reply = (await response.json()) as { result?: Record<string, unknown>; error?: { message: string } };
    if (reply.result === undefined) throw new Error(reply.error?.message);
    return reply.result;
  };
  return {
    listTools: async () => ((await post('tools/list', {}))['tools'] as { name: string }[]).map((tool) => tool.name),
    call: async (name, input) => readResult(await post('tools/call', { name, arguments: input })),
    close: () => Promise.resolve(),
  };
};

export const realClients: Readonly<Record<string, Connect>> = {
  'the SDK v1 client': connectOlderClient,
  'the SDK v2 client in the 2026-07-28 era': connectNewerClient,
  'MCP Inspector on the command line': connectInspector,
  'a plain POST without initialize and without Accept': connectPlainPost,
};

function readResult(result: Record<string, unknown>): Record<string, unknown> {
  const [block] = result['content'] as { text: string }[];
  return JSON.parse(block?.text ?? 'null') as Record<string, unknown>;
}

function createSignal() {
  let waiting: (() => void)[] = [];
  let fired = 0;
  return {
    count: () => fired,
    fire: (): void => {
      fired += 1;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    next: (): Promise<void> => new Promise((resolve) => waiting.push(resolve)),
  };
}
