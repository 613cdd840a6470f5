import type { McpToolCallError } from 'openai/resources/responses/responses';
import { textOf, type Item, type McpCallItem } from './items.ts';
import type { Turn } from '../offline-model/model.ts';

export const functionKey = (name: string): string => `function:${name}`;
export const mcpKey = (label: string, name: string): string => `mcp:${label}:${name}`;

/** What a model is told of a conversation. A call that nobody has approved yet counts as denied. */
export function readTurns(instructions: string | undefined, items: readonly Item[]): Turn[] {
  const answers = new Map<string, { readonly reason?: string | null; readonly approve: boolean }>();
  for (const item of items) if (item.type === 'mcp_approval_response') answers.set(item.approval_request_id, item);
  const system = instructions === undefined ? [] : [{ kind: 'message', role: 'system', text: instructions } as const];
  return [...system, ...items.flatMap((item) => turnsOf(item, answers))];
}

function turnsOf(
  item: Item,
  answers: ReadonlyMap<string, { readonly reason?: string | null; readonly approve: boolean }>,
): Turn[] {
  switch (item.type) {
    case 'message': {
      const role = item.role === 'developer' ? 'system' : item.role;
      return [{ kind: 'message', role, text: textOf(item.content) }];
    }
    case 'function_call':
      return [
        { kind: 'call', id: item.call_id, tool: functionKey(item.name), arguments: parseArguments(item.arguments) },
      ];
    case 'function_call_output': {
      const text = textOf(item.output);
      return [{ kind: 'result', callId: item.call_id ?? '', text, outcome: outcomeOf(text) }];
    }
    case 'mcp_call':
      return [callOf(item), resultOf(item)];
    case 'mcp_approval_request': {
      const answer = answers.get(item.id);
      // What was approved is there as a call of its own.
      if (answer?.approve === true) return [];
      const text =
        answer === undefined
          ? 'This call has not been approved.'
          : `This call was denied.${answer.reason == null ? '' : ` Reason: ${answer.reason}`}`;
      return [callOf(item), { kind: 'result', callId: item.id, text, outcome: 'denied' }];
    }
    case 'mcp_approval_response':
    case 'mcp_list_tools':
    case 'reasoning':
      return [];
  }
}

/** The API has no sign for a function that failed: callers say so in its output, as tools of MCP do. */
function outcomeOf(text: string): 'done' | 'failed' | 'denied' {
  if (!text.startsWith('{"error":')) return 'done';
  const { error, ...rest } = parseArguments(text);
  if (typeof error !== 'object' || error === null || Object.keys(rest).length > 0) return 'done';
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof message !== 'string') return 'done';
  return code === 'denied' ? 'denied' : 'failed';
}

interface HostedCall {
  readonly id: string;
  readonly server_label: string;
  readonly name: string;
  readonly arguments: string;
}

function callOf({ id, server_label: label, name, arguments: input }: HostedCall): Turn {
  return { kind: 'call', id, tool: mcpKey(label, name), arguments: parseArguments(input) };
}

function resultOf({ id, output, error }: McpCallItem): Turn {
  if (error === undefined || error === null) return { kind: 'result', callId: id, text: output ?? '', outcome: 'done' };
  return { kind: 'result', callId: id, text: errorText(error), outcome: 'failed' };
}

function errorText(error: McpToolCallError): string {
  if (error.type !== 'mcp_tool_execution_error') return error.message;
  const { content } = error;
  return Array.isArray(content) ? textOf(content as { type: string; text?: string }[]) : JSON.stringify(content);
}

/** What was passed back by a caller need not be the JSON object that it should be. */
export function parseArguments(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Below.
  }
  return {};
}
