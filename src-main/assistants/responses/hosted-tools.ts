import { STATUS_CODES } from 'node:http';
import { apiError } from './api-error.ts';
import type { AllowedServer } from './find-server.ts';
import type { Item, McpCallItem, ToolListItem } from './items.ts';
import { createMcpServer, type McpServer } from './mcp-server.ts';
import { type Callable, offerServer } from './offered-tools.ts';
import type { McpTool, RequestedTool } from './parse-tools.ts';
import { parseArguments } from './read-turns.ts';
import type { McpResult, ResponseWriter } from './response-writer.ts';

/** The MCP servers of one response, each with a connection of its own. */
export interface HostedTools {
  /** Lists what the conversation does not hold a list of yet. A server that cannot be listed ends the response. */
  list(): Promise<Callable[]>;
  call(item: McpCallItem): Promise<McpCallItem>;
  close(): Promise<void>;
}

interface Needs {
  readonly tools: readonly RequestedTool[];
  readonly servers: readonly AllowedServer[];
  readonly context: readonly Item[];
  readonly writer: ResponseWriter;
  readonly createListId: () => string;
  readonly version: string;
  readonly signal: AbortSignal;
}

export function createHostedTools(needs: Needs): HostedTools {
  const { writer, context, signal } = needs;
  const connections = new Map<string, McpServer>(
    needs.servers.map((server) => [server.label, createMcpServer(server, needs.version, signal)]),
  );
  let offered: Callable[] = [];

  const listOne = async (tool: McpTool, server: McpServer): Promise<ToolListItem['tools']> => {
    const known = context.findLast(
      (item): item is ToolListItem =>
        item.type === 'mcp_list_tools' && item.server_label === tool.label && item.error == null,
    );
    if (known !== undefined) return known.tools;
    const list = async () => {
      try {
        return await server.listTools();
      } catch (error) {
        signal.throwIfAborted();
        throw listingFailed(tool.label, server.lastStatus(), error);
      }
    };
    return (await writer.toolList(needs.createListId(), tool.label, list)).tools;
  };

  const carryOut = async ({ server_label: label, name, arguments: input }: McpCallItem): Promise<McpResult> => {
    const server = connections.get(label);
    const isOffered = offered.some((tool) => tool.type === 'mcp' && tool.label === label && tool.name === name);
    if (server === undefined || !isOffered) {
      const message = `Unknown tool: ${name}`;
      return { output: null, error: { type: 'mcp_protocol_error', code: -32602, message } };
    }
    const outcome = await server.callTool(name, parseArguments(input));
    return 'error' in outcome ? { output: null, error: outcome.error } : { output: outcome.output, error: null };
  };

  return {
    async list() {
      offered = [];
      for (const tool of needs.tools) {
        const server = tool.type === 'mcp' ? connections.get(tool.label) : undefined;
        if (tool.type !== 'mcp' || server === undefined) continue;
        offered.push(...offerServer(tool, await listOne(tool, server)));
      }
      return offered;
    },
    call: (item) => writer.mcpCall(item, () => carryOut(item)),
    async close() {
      await Promise.allSettled([...connections.values()].map((server) => server.close()));
    },
  };
}

function listingFailed(label: string, status: number | undefined, error: unknown) {
  const answered = status !== undefined && status >= 400;
  const shown = answered ? status : 424;
  const why = answered || !(error instanceof Error) ? '' : `: ${error.message}`;
  const message = `Error retrieving tool list from MCP server: '${label}'. Http status code: ${shown} (${STATUS_CODES[shown] ?? 'Unknown'})${why}`;
  return apiError(424, message, { type: 'external_connector_error', param: 'tools', code: 'http_error' });
}
