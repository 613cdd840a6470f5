import type { McpToolCallError } from 'openai/resources/responses/responses';
import type { AllowedServer } from './find-server.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import type { ToolListItem } from './items.ts';

export interface McpServer {
  listTools(): Promise<ToolListItem['tools']>;
  /** What failed is told, not thrown: the model and the caller read it. Throws when the request ended meanwhile. */
  callTool(name: string, input: Readonly<Record<string, unknown>>): Promise<McpOutcome>;
  /** The HTTP status of its latest reply. */
  lastStatus(): number | undefined;
  close(): Promise<void>;
}

export type McpOutcome = { readonly output: string } | { readonly error: McpToolCallError };

/** Milliseconds. A runbook may take a minute before its tool answers. */
const limits = { connect: 15_000, call: 90_000 };

type ContentBlock = { readonly type: string; readonly text?: string };

/** Connects when it is first needed; the connection ends with `close`, and what runs with the signal. */
export function createMcpServer(server: AllowedServer, version: string, signal: AbortSignal): McpServer {
  const guarded = createGuardedFetch(server.url);

  const connect = async () => {
    // Loaded when somebody first needs it, as everything that is not needed to listen.
    const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    const client = new Client(
      { name: 'Offline model', version },
      { versionNegotiation: { mode: 'auto' }, capabilities: {}, jsonSchemaValidator: anyOutput },
    );
    const transport = new StreamableHTTPClientTransport(server.url, {
      fetch: guarded.fetch,
      requestInit: { headers: { 'User-Agent': `halo-mcp-workbench-responses/${version}`, ...server.headers } },
      reconnectionOptions: {
        maxRetries: 0,
        initialReconnectionDelay: 1000,
        maxReconnectionDelay: 1000,
        reconnectionDelayGrowFactor: 1,
      },
    });
    try {
      await client.connect(transport, { timeout: limits.connect, signal });
    } catch (error) {
      await client.close();
      throw error;
    }
    return client;
  };
  let connecting: ReturnType<typeof connect> | undefined;
  const client = () => (connecting ??= connect());

  return {
    lastStatus: guarded.lastStatus,
    async listTools() {
      const { tools } = await (await client()).listTools(undefined, { timeout: limits.connect, signal });
      return tools.map(({ name, title, description, inputSchema, annotations }) => ({
        name,
        description: description ?? null,
        input_schema: inputSchema,
        // The API's item has no place for a title but the one that it once had in the protocol.
        annotations: title === undefined ? (annotations ?? null) : { title, ...annotations },
      }));
    },
    async callTool(name, input) {
      try {
        const result = await (
          await client()
        ).callTool({ name, arguments: { ...input } }, { timeout: limits.call, signal });
        const content = result.content as readonly ContentBlock[];
        if (result.isError === true) return { error: { type: 'mcp_tool_execution_error', content } };
        return { output: content.map(showBlock).join('\n') };
      } catch (error) {
        signal.throwIfAborted();
        return { error: describeFailure(error, guarded.lastStatus()) };
      }
    },
    async close() {
      await (await connecting?.catch(() => undefined))?.close();
    },
  };
}

/** Structured output is not looked at, so a server may err about its shape, and no schema of its is compiled. */
const anyOutput = {
  getValidator: () => (input: unknown) => ({ valid: true as const, data: input as never, errorMessage: undefined }),
};

/** A model reads text; of anything else it is told what it would be. */
function showBlock(block: ContentBlock): string {
  if (block.type === 'text') return block.text ?? '';
  if (block.type === 'resource') return JSON.stringify(block);
  const { data: _, blob: __, ...described } = block as Record<string, unknown>;
  return JSON.stringify(described);
}

function describeFailure(error: unknown, status: number | undefined): McpToolCallError {
  const message = error instanceof Error ? error.message : String(error);
  if (status !== undefined && status >= 400) return { type: 'http_error', code: status, message };
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return { type: 'mcp_protocol_error', code: typeof code === 'number' ? code : -32603, message };
}
