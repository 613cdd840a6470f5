import { z } from 'zod';
import { apiError } from './api-error.ts';
import type { CreateId, Item } from './items.ts';
import { mostItems } from './most-items.ts';
import { parseItem } from './parse-items.ts';
import { parseTools, type RequestedTool } from './parse-tools.ts';
import { invalidType, parseWith } from './parse-with.ts';
import { parseToolChoice, type ToolChoice } from './tool-choice.ts';

/** As many pairs as the API takes, of its lengths. */
export const metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine((pairs) => Object.keys(pairs).length <= 16, 'there are at most 16 pairs.');

const text = z.strictObject({
  format: z.looseObject({ type: z.string() }).nullish(),
  verbosity: z.enum(['low', 'medium', 'high']).nullish(),
});

const body = z.strictObject({
  model: z.string().min(1).max(256),
  input: z.unknown().optional(),
  instructions: z.string().nullish(),
  tools: z.array(z.unknown()).max(128).nullish(),
  tool_choice: z.unknown().optional(),
  parallel_tool_calls: z.boolean().nullish(),
  max_output_tokens: z.int().min(16).nullish(),
  max_tool_calls: z.int().min(1).nullish(),
  previous_response_id: z.string().max(256).nullish(),
  conversation: z.unknown().optional(),
  metadata: metadata.nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  background: z.boolean().nullish(),
  text: text.nullish(),
  // What says how a language model is to sample, bill or remember has no meaning for rules: it is read and repeated.
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  reasoning: z.looseObject({}).nullish(),
  service_tier: z.string().nullish(),
  user: z.string().nullish(),
  safety_identifier: z.string().nullish(),
  prompt_cache_key: z.string().nullish(),
  prompt_cache_retention: z.string().nullish(),
  prompt_cache_options: z.looseObject({}).nullish(),
  include: z.array(z.string()).nullish(),
  stream_options: z.looseObject({}).nullish(),
  // What the API has and this server has not: refused below, unless it is null.
  prompt: z.unknown().optional(),
  context_management: z.unknown().optional(),
  moderation: z.unknown().optional(),
  image: z.unknown().optional(),
  access_programs: z.unknown().optional(),
});

const unsupported = ['prompt', 'context_management', 'moderation', 'image', 'access_programs'] as const;

type Body = z.output<typeof body>;

export interface ResponseRequest {
  /** What is repeated in the response as it came. */
  readonly echo: Body;
  readonly input: readonly Item[];
  readonly instructions: string | undefined;
  readonly tools: readonly RequestedTool[];
  readonly toolChoice: ToolChoice;
  readonly parallel: boolean;
  readonly maxOutputTokens: number;
  readonly maxToolCalls: number;
  readonly previousResponseId: string | undefined;
  readonly conversationId: string | undefined;
  readonly store: boolean;
  readonly stream: boolean;
}

/** The body of POST /v1/responses. `findItem` is asked for what an item_reference names, and throws when it is unknown. */
export function parseRequest(value: unknown, createId: CreateId, findItem: (id: string) => Item): ResponseRequest {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw apiError(400, 'The body must be one JSON object.', { code: 'invalid_type' });
  }
  const echo = parseWith(body, value);
  for (const param of unsupported) {
    if (echo[param] !== undefined && echo[param] !== null) throw notSupported(param);
  }
  if (echo.background === true) throw notSupported('background');
  const format = echo.text?.format?.type ?? 'text';
  if (format !== 'text') {
    const message = `The offline model answers in plain text alone: 'text.format' of type '${format.slice(0, 40)}' is not supported.`;
    throw apiError(400, message, { param: 'text.format.type', code: 'unsupported_value' });
  }
  const conversationId = parseConversation(echo.conversation);
  const previousResponseId = echo.previous_response_id ?? undefined;
  if (conversationId !== undefined && previousResponseId !== undefined) {
    const message = "Mutually exclusive parameters: 'previous_response_id' and 'conversation'. Send one of them.";
    throw apiError(400, message, { param: 'previous_response_id', code: 'mutually_exclusive_parameters' });
  }
  const goesOn = conversationId !== undefined || previousResponseId !== undefined;
  const tools = parseTools(echo.tools ?? []);
  return {
    echo,
    input: parseInput(echo.input, goesOn, createId, findItem),
    instructions: echo.instructions ?? undefined,
    tools,
    toolChoice: parseToolChoice(echo.tool_choice, tools),
    parallel: echo.parallel_tool_calls ?? true,
    maxOutputTokens: echo.max_output_tokens ?? Infinity,
    maxToolCalls: echo.max_tool_calls ?? Infinity,
    previousResponseId,
    conversationId,
    store: echo.store ?? true,
    stream: echo.stream ?? false,
  };
}

function parseInput(
  value: unknown,
  mayBeAbsent: boolean,
  createId: CreateId,
  findItem: (id: string) => Item,
): readonly Item[] {
  if (value === undefined || value === null) {
    if (mayBeAbsent) return [];
    throw apiError(400, "Missing required parameter: 'input'.", { param: 'input', code: 'missing_required_parameter' });
  }
  if (typeof value === 'string') {
    return [parseItem({ role: 'user', content: value }, 'input', createId, findItem)];
  }
  return parseItems(value, 'input', createId, findItem);
}

/** At most as many as a conversation may have. */
export function parseItems(
  value: unknown,
  place: string,
  createId: CreateId,
  findItem: (id: string) => Item,
): readonly Item[] {
  if (!Array.isArray(value)) throw invalidType(place, 'a string or an array of input items', value);
  const items = parseWith(z.array(z.unknown()).max(mostItems), value, place);
  return items.map((item, index) => parseItem(item, `${place}[${index}]`, createId, findItem));
}

function parseConversation(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  return parseWith(z.strictObject({ id: z.string().min(1).max(256) }), value, 'conversation').id;
}

function notSupported(param: string) {
  const message = `Unsupported parameter: '${param}' is not supported with the offline model.`;
  return apiError(400, message, { param, code: 'unsupported_parameter' });
}
