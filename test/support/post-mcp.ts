/** A reply to one POST: what HTTP said, and the JSON-RPC message in it. */
export interface McpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly message: JsonRpcReply;
}

export interface JsonRpcReply {
  readonly jsonrpc?: unknown;
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface ToolResult {
  readonly isError: boolean;
  /** The text block, as sent. */
  readonly text: string;
  readonly structured: Record<string, unknown> | undefined;
  /** The failure that the text block of an error holds. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export interface McpPoster {
  /** Sends any message, given as a value or as the text of the body. */
  send(message: unknown, headers?: Record<string, string>): Promise<McpReply>;
  request(method: string, params?: unknown): Promise<McpReply>;
  listTools(): Promise<readonly ListedTool[]>;
  /** A call that must be answered with a result, which may be a tool's own failure. */
  call(name: string, input?: unknown): Promise<ToolResult>;
  /** A call that must succeed; answers its structured content. */
  read(name: string, input?: unknown): Promise<Record<string, unknown>>;
}

export interface ListedTool {
  readonly name: string;
  readonly inputSchema: Record<string, unknown>;
  readonly outputSchema: Record<string, unknown>;
  readonly annotations: { readonly readOnlyHint: boolean };
}

/** Plain POSTs with a key, as scripts and Halo's own consumers send them: no initialize, no session. */
export function createPoster(endpoint: string, key: string): McpPoster {
  let requests = 0;
  const send = async (message: unknown, headers: Record<string, string> = {}): Promise<McpReply> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Halo-Api-Key': key, ...headers },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, message: parseReply(text) };
  };
  const request = (method: string, params?: unknown): Promise<McpReply> => {
    requests += 1;
    return send({ jsonrpc: '2.0', id: requests, method, ...(params === undefined ? {} : { params }) });
  };
  const call = async (name: string, input?: unknown): Promise<ToolResult> => {
    const { message } = await request('tools/call', { name, ...(input === undefined ? {} : { arguments: input }) });
    return readToolResult(message);
  };
  return {
    send,
    request,
    call,
    async listTools() {
      const { message } = await request('tools/list');
      return message.result?.['tools'] as ListedTool[];
    },
    async read(name, input) {
      const { isError, text, structured } = await call(name, input);
      if (isError || structured === undefined) throw new Error(`${name} failed: ${text}`);
      return structured;
    },
  };
}

/** The result of a call; throws what the protocol refused. */
function readToolResult({ result, error }: JsonRpcReply): ToolResult {
  if (result === undefined) throw new Error(`${error?.code}: ${error?.message}`);
  const [block] = result['content'] as { text: string }[];
  const text = block?.text ?? '';
  const isError = result['isError'] === true;
  return {
    isError,
    text,
    structured: result['structuredContent'] as Record<string, unknown> | undefined,
    error: isError ? (JSON.parse(text) as { error: { code: string; message: string } }).error : undefined,
  };
}

function parseReply(text: string): JsonRpcReply {
  try {
    return JSON.parse(text) as JsonRpcReply;
  } catch {
    return {};
  }
}
