import type { FunctionTool, Tool } from 'openai/resources/responses/responses';
import { z } from 'zod';
import { apiError } from './api-error.ts';
import { invalidType, invalidValue, parseWith } from './parse-with.ts';

const names = z.array(z.string().max(256)).max(1000);

/** Which tools: those with one of the names, and that only read, or do not. What is not said does not matter. */
const filter = z.strictObject({ tool_names: names.optional(), read_only: z.boolean().optional() });
export type ToolFilter = z.output<typeof filter>;

const functionTool = z.strictObject({
  type: z.literal('function'),
  name: z
    .string()
    .min(1)
    .max(128)
    .regex(/^[a-zA-Z0-9_-]+$/, "a function's name has letters, digits, underscores and dashes alone."),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
  output_schema: z.unknown().optional(),
  allowed_callers: z.array(z.literal('direct')).nullish(),
});

const mcpTool = z.strictObject({
  type: z.literal('mcp'),
  server_label: z
    .string()
    .min(1)
    .max(64)
    .regex(
      /^[a-zA-Z][a-zA-Z0-9_-]*$/,
      'it starts with a letter and has letters, digits, underscores and dashes alone.',
    ),
  server_url: z.string().max(2048),
  server_description: z.string().nullish(),
  headers: z.record(z.string(), z.string().max(8192)).nullish(),
  authorization: z.string().max(8192).nullish(),
  allowed_tools: z.unknown().optional(),
  require_approval: z.unknown().optional(),
  allowed_callers: z.array(z.literal('direct')).nullish(),
});

const approvalFilter = z.strictObject({ always: filter.optional(), never: filter.optional() });

export type ApprovalRule = 'always' | 'never' | z.output<typeof approvalFilter>;

export interface McpTool {
  readonly type: 'mcp';
  readonly label: string;
  readonly url: string;
  readonly description: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  /** Undefined: all of them. */
  readonly allowed: ToolFilter | undefined;
  readonly approval: ApprovalRule;
}

export type RequestedTool = (FunctionTool & { readonly type: 'function' }) | McpTool;

/** Tools that the API has and that only its own servers can carry out. */
const elsewhere: readonly Tool['type'][] = [
  ...(['web_search', 'web_search_2025_08_26', 'web_search_preview', 'web_search_preview_2025_03_11'] as const),
  ...(['file_search', 'code_interpreter', 'image_generation', 'computer', 'computer_use_preview'] as const),
  ...(['local_shell', 'shell', 'custom', 'apply_patch', 'namespace', 'tool_search'] as const),
  'programmatic_tool_calling',
];

export function parseTools(values: readonly unknown[]): RequestedTool[] {
  const tools = values.map((value, index) => parseTool(value, `tools[${index}]`));
  const labels = new Set<string>();
  for (const [index, tool] of tools.entries()) {
    if (tool.type !== 'mcp') continue;
    if (labels.has(tool.label)) {
      const message = `Duplicate server_label found: '${tool.label}'. Each MCP server needs a label of its own.`;
      throw apiError(400, message, { param: `tools[${index}].server_label`, code: 'invalid_value' });
    }
    labels.add(tool.label);
  }
  return tools;
}

function parseTool(value: unknown, place: string): RequestedTool {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidType(place, 'an object', value);
  const { type } = value as { type?: unknown };
  if (type === undefined) {
    const param = `${place}.type`;
    throw apiError(400, `Missing required parameter: '${param}'.`, { param, code: 'missing_required_parameter' });
  }
  if (type === 'function') {
    const { name, description = null, parameters = null, strict } = parseWith(functionTool, value, place);
    return { type, name, description, parameters, strict: strict ?? true };
  }
  if (type === 'mcp') return parseMcpTool(value, place);
  if (typeof type !== 'string') throw invalidType(`${place}.type`, 'a string', type);
  if (elsewhere.some((known) => known === type)) {
    const message = `Tool '${type}' is not supported with the offline model. It carries out 'mcp' and calls 'function' tools.`;
    throw apiError(400, message, { param: place, code: 'unsupported_value' });
  }
  throw invalidValue(`${place}.type`, type, ['function', 'mcp']);
}

function parseMcpTool(value: object, place: string): McpTool {
  for (const name of ['connector_id', 'tunnel_id'] as const) {
    if (!(name in value) || (value as Record<string, unknown>)[name] === null) continue;
    const message = `'${name}' needs OpenAI's own servers. Give the offline model the server's address as 'server_url'.`;
    throw apiError(400, message, { param: `${place}.${name}`, code: 'unsupported_parameter' });
  }
  const tool = parseWith(mcpTool, value, place);
  const headers = tool.headers ?? {};
  const sent = Object.keys(headers).map((name) => name.toLowerCase());
  if (tool.authorization != null && sent.includes('authorization')) {
    const message = "Send either 'authorization' or an 'Authorization' header, not both.";
    throw apiError(400, message, { param: `${place}.authorization`, code: 'invalid_value' });
  }
  return {
    type: 'mcp',
    label: tool.server_label,
    url: tool.server_url,
    description: tool.server_description ?? undefined,
    headers,
    authorization: tool.authorization ?? undefined,
    allowed: parseAllowed(tool.allowed_tools, `${place}.allowed_tools`),
    approval: parseApproval(tool.require_approval, `${place}.require_approval`),
  };
}

function parseAllowed(value: unknown, place: string): ToolFilter | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? { tool_names: parseWith(names, value, place) } : parseWith(filter, value, place);
}

function parseApproval(value: unknown, place: string): ApprovalRule {
  if (value === undefined || value === null) return 'always';
  if (typeof value !== 'string') return parseWith(approvalFilter, value, place);
  if (value === 'always' || value === 'never') return value;
  throw invalidValue(place, value, ['always', 'never']);
}

/** The tools as a response repeats them: what lets its caller in elsewhere is left out, as OpenAI's API does. */
export function showTools(tools: readonly RequestedTool[]): Tool[] {
  return tools.map((tool) => (tool.type === 'function' ? tool : showMcpTool(tool)));
}

const hidden = '<redacted>';

function showMcpTool({ label, url, description, headers, authorization, allowed, approval }: McpTool): Tool.Mcp {
  const shown = Object.keys(headers).map((name) => [name, hidden] as const);
  return {
    type: 'mcp',
    server_label: label,
    server_url: URL.canParse(url) ? `${new URL(url).origin}/${hidden}` : hidden,
    ...(description === undefined ? {} : { server_description: description }),
    headers: shown.length === 0 ? null : Object.fromEntries(shown),
    ...(authorization === undefined ? {} : { authorization: hidden }),
    allowed_tools: (allowed as Tool.Mcp['allowed_tools']) ?? null,
    require_approval: approval as NonNullable<Tool.Mcp['require_approval']>,
  };
}
