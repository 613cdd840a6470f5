import { z } from 'zod';
import { apiError } from './api-error.ts';
import type { CreateId, Item, MessageItem } from './items.ts';
import { invalidType, invalidValue, parseWith } from './parse-with.ts';

const text = z.string();
const id = z.string().max(256).nullish();
const status = z.string().nullish();
const caller = z.unknown().optional();

const message = z.strictObject({
  type: z.literal('message').optional(),
  id,
  status,
  phase: z.enum(['commentary', 'final_answer']).nullish(),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.unknown(),
});

const inputText = z.strictObject({
  type: z.literal('input_text'),
  text,
  prompt_cache_breakpoint: z.unknown().optional(),
});
const outputText = z.strictObject({
  type: z.literal('output_text'),
  text,
  annotations: z.array(z.unknown()).nullish(),
  logprobs: z.array(z.unknown()).nullish(),
});
const refusal = z.strictObject({ type: z.literal('refusal'), refusal: text });

const schemas = {
  function_call: z.strictObject({
    ...{ type: z.literal('function_call'), id, status, caller },
    ...{ call_id: z.string().min(1).max(64), name: z.string().min(1).max(128), arguments: text },
  }),
  function_call_output: z.strictObject({
    ...{ type: z.literal('function_call_output'), id, status, caller },
    ...{ call_id: z.string().min(1).max(64), output: z.unknown(), name: z.string().nullish() },
  }),
  mcp_list_tools: z.strictObject({
    ...{ type: z.literal('mcp_list_tools'), id: text, server_label: text, error: z.string().nullish() },
    tools: z
      .array(
        z.strictObject({
          name: text,
          description: z.string().nullish(),
          input_schema: z.record(z.string(), z.unknown()),
          annotations: z.record(z.string(), z.unknown()).nullish(),
        }),
      )
      .max(1000),
  }),
  mcp_call: z.strictObject({
    ...{ type: z.literal('mcp_call'), id: text, status, server_label: text, name: text, arguments: text },
    approval_request_id: z.string().nullish(),
    output: z.string().nullish(),
    error: z.unknown().optional(),
  }),
  mcp_approval_request: z.strictObject({
    ...{ type: z.literal('mcp_approval_request'), id: text, server_label: text, name: text, arguments: text },
  }),
  mcp_approval_response: z.strictObject({
    ...{ type: z.literal('mcp_approval_response'), id, approval_request_id: text },
    ...{ approve: z.boolean(), reason: z.string().max(10_000).nullish() },
  }),
  reasoning: z.looseObject({ type: z.literal('reasoning'), id: text, summary: z.array(z.unknown()) }),
} as const;

const reference = z.strictObject({ type: z.literal('item_reference').nullish(), id: text });

/** One item as it came in; undefined types are messages or, with nothing but an id, references. */
export function parseItem(value: unknown, place: string, createId: CreateId, findItem: (id: string) => Item): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidType(place, 'an object', value);
  const { type, role } = value as { type?: unknown; role?: unknown };
  if (type === 'item_reference' || (type === undefined && role === undefined && 'id' in value)) {
    return findItem(parseWith(reference, value, place).id);
  }
  if (type === undefined || type === 'message') return parseMessage(value, place, createId);
  if (typeof type !== 'string') throw invalidType(`${place}.type`, 'a string', type);
  switch (type) {
    case 'function_call': {
      const item = parseWith(schemas.function_call, value, place);
      const { call_id, name, arguments: input } = item;
      return { type, id: item.id ?? createId(type), call_id, name, arguments: input, status: 'completed' };
    }
    case 'function_call_output': {
      const item = parseWith(schemas.function_call_output, value, place);
      const output = parseOutput(item.output, `${place}.output`);
      return { type, id: item.id ?? createId(type), call_id: item.call_id, output, status: 'completed' };
    }
    case 'mcp_list_tools':
      return parseWith(schemas.mcp_list_tools, value, place) as Item;
    case 'mcp_call':
      return parseWith(schemas.mcp_call, value, place) as Item;
    case 'mcp_approval_request':
      return parseWith(schemas.mcp_approval_request, value, place);
    case 'mcp_approval_response': {
      const item = parseWith(schemas.mcp_approval_response, value, place);
      const { approval_request_id, approve, reason = null } = item;
      return { type, id: item.id ?? createId(type), approval_request_id, approve, reason };
    }
    case 'reasoning':
      return parseWith(schemas.reasoning, value, place) as unknown as Item;
    default:
      throw invalidValue(`${place}.type`, type, ['message', ...Object.keys(schemas), 'item_reference']);
  }
}

function parseMessage(value: unknown, place: string, createId: CreateId): MessageItem {
  const item = parseWith(message, value, place);
  const own = item.id ?? createId('message');
  const texts = parseContent(item.content, `${place}.content`, item.role === 'assistant');
  if (item.role !== 'assistant') {
    const content = texts.map((part) => ({ type: 'input_text' as const, text: part }));
    return { type: 'message', id: own, role: item.role, content, status: 'completed' };
  }
  const content = texts.map((part) => ({ type: 'output_text' as const, text: part, annotations: [], logprobs: [] }));
  return { type: 'message', id: own, role: 'assistant', content, status: 'completed' };
}

function parseContent(value: unknown, place: string, isAnswer: boolean): string[] {
  if (typeof value === 'string') return [value];
  if (value === undefined) {
    throw apiError(400, `Missing required parameter: '${place}'.`, {
      param: place,
      code: 'missing_required_parameter',
    });
  }
  if (!Array.isArray(value)) throw invalidType(place, 'a string or an array', value);
  return value.map((part: unknown, index) => parsePart(part, `${place}[${index}]`, isAnswer));
}

function parsePart(part: unknown, place: string, isAnswer: boolean): string {
  const type = typeof part === 'object' && part !== null ? (part as { type?: unknown }).type : undefined;
  if (type === 'input_image' || type === 'input_file' || type === 'input_audio') {
    const what = type.slice('input_'.length);
    throw apiError(400, `The offline model reads text alone: send no ${what}, or choose another AI connection.`, {
      param: place,
      code: 'unsupported_value',
    });
  }
  if (!isAnswer) return parseWith(inputText, part, place).text;
  return type === 'refusal' ? parseWith(refusal, part, place).refusal : parseWith(outputText, part, place).text;
}

function parseOutput(value: unknown, place: string) {
  if (typeof value === 'string') return value;
  return parseContent(value, place, false).map((part) => ({ type: 'input_text' as const, text: part }));
}
