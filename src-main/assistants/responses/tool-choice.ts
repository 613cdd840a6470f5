import type { Response } from 'openai/resources/responses/responses';
import { z } from 'zod';
import { apiError } from './api-error.ts';
import type { RequestedTool } from './parse-tools.ts';
import { invalidValue, parseWith } from './parse-with.ts';

/** One that may be called: a function, or an MCP server's tool; all of a server's when no name is given. */
interface ChosenTool {
  readonly type: 'function' | 'mcp';
  readonly name?: string | undefined;
  readonly label?: string | undefined;
}

export interface ToolChoice {
  readonly mode: 'auto' | 'none' | 'required';
  /** Undefined: any of them. */
  readonly only: readonly ChosenTool[] | undefined;
  readonly echo: Response['tool_choice'];
}

const namedFunction = z.strictObject({ type: z.literal('function'), name: z.string() });
const namedMcp = z.strictObject({ type: z.literal('mcp'), server_label: z.string(), name: z.string().nullish() });
const allowedTools = z.strictObject({
  type: z.literal('allowed_tools'),
  mode: z.enum(['auto', 'required']),
  tools: z.array(z.looseObject({ type: z.string() })).max(128),
});

export function parseToolChoice(value: unknown, tools: readonly RequestedTool[]): ToolChoice {
  const place = 'tool_choice';
  if (value === undefined || value === null || value === 'auto') return { mode: 'auto', only: undefined, echo: 'auto' };
  if (value === 'none') return { mode: 'none', only: undefined, echo: 'none' };
  if (value === 'required') {
    if (tools.length === 0) throw needsTools(value);
    return { mode: 'required', only: undefined, echo: 'required' };
  }
  if (typeof value === 'string') throw invalidValue(place, value, ['none', 'auto', 'required']);
  const type: unknown = (value as { type?: unknown } | null)?.type;
  if (type === 'allowed_tools') {
    const choice = parseWith(allowedTools, value, place);
    const only = choice.tools.map((tool, index) => parseChosen(tool, `${place}.tools[${index}]`, tools));
    return { mode: choice.mode, only, echo: { ...choice, tools: choice.tools } };
  }
  const only = [parseChosen(value, place, tools)];
  return { mode: 'required', only, echo: value as Response['tool_choice'] };
}

export function isChosen({ only }: ToolChoice, tool: { type: string; name: string; label?: string }): boolean {
  if (only === undefined) return true;
  return only.some(
    ({ type, name, label }) =>
      type === tool.type && (name === undefined || name === tool.name) && (label === undefined || label === tool.label),
  );
}

function parseChosen(value: unknown, place: string, tools: readonly RequestedTool[]): ChosenTool {
  const type: unknown = (value as { type?: unknown } | null)?.type;
  if (type === 'function') {
    const { name } = parseWith(namedFunction, value, place);
    if (tools.some((tool) => tool.type === 'function' && tool.name === name)) return { type, name };
    throw notThere(`function '${name}'`, place);
  }
  if (type === 'mcp') {
    const { server_label: label, name } = parseWith(namedMcp, value, place);
    if (tools.some((tool) => tool.type === 'mcp' && tool.label === label)) {
      return { type, label, name: name ?? undefined };
    }
    throw notThere(`mcp server '${label}'`, place);
  }
  throw invalidValue(`${place}.type`, String(type), ['function', 'mcp', 'allowed_tools']);
}

function notThere(what: string, param: string) {
  const message = `Tool choice ${what.slice(0, 200)} not found in 'tools' parameter.`;
  return apiError(400, message, { param, code: 'invalid_value' });
}

function needsTools(value: string) {
  const message = `Tool choice '${value}' must be specified with 'tools' parameter.`;
  return apiError(400, message, { param: 'tool_choice', code: 'invalid_value' });
}
