import type { ResponseCreateParamsStreaming, Tool } from 'openai/resources/responses/responses';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import type { ConversationTool } from './tool-access.ts';

export type RequestBody = ResponseCreateParamsStreaming;

interface Wanted {
  readonly setup: ConversationSetup;
  readonly model: string;
  readonly tools: readonly Tool[];
  /** Whether the server is to hand out its thoughts, encrypted, so that they can be sent back. */
  readonly thoughts: boolean;
}

/** A request without what is asked; `input` keeps its place, so that putting it in gives the very same text. */
export function buildRequest({ setup, model, tools, thoughts }: Wanted): RequestBody {
  const { instructions, temperature, reasoningEffort, maxOutputTokens } = setup;
  return {
    model,
    ...(instructions.trim() !== '' && { instructions }),
    input: [],
    ...(tools.length > 0 && { tools: [...tools], parallel_tool_calls: true }),
    ...(temperature !== null && { temperature }),
    ...(reasoningEffort !== null && { reasoning: { effort: reasoningEffort, summary: 'auto' as const } }),
    ...(maxOutputTokens !== null && { max_output_tokens: maxOutputTokens }),
    ...(thoughts && { include: ['reasoning.encrypted_content' as const] }),
    // The workbench keeps the conversation, and sends all of it each time.
    store: false,
    stream: true,
  };
}

/**
 * A tool as a function, which has no title and no hints. The offline model reads both as annotations of the schema; for
 * others, some of which refuse words that they do not know there, the title stands before the description.
 */
export function offerAsFunction(tool: ConversationTool, isOffline: boolean): Tool {
  const { name, title, description, inputSchema, effect } = tool;
  if (isOffline) {
    const parameters = { ...inputSchema, title, readOnly: effect === 'read' };
    return { type: 'function', name, description, parameters, strict: false };
  }
  const told = description.startsWith(title) ? description : `${title}. ${description}`;
  return { type: 'function', name, description: told, parameters: { ...inputSchema }, strict: false };
}

const hidden = '<redacted>';

/** A request as it may be kept and shown: what lets somebody in is left out. */
export function hideSecrets(body: RequestBody): RequestBody {
  const { tools } = body;
  if (tools === undefined) return body;
  return { ...body, tools: tools.map((tool) => (tool.type === 'mcp' ? hideIn(tool) : tool)) };
}

function hideIn(tool: Tool.Mcp): Tool.Mcp {
  const headers = tool.headers && Object.fromEntries(Object.keys(tool.headers).map((name) => [name, hidden]));
  return {
    ...tool,
    ...(tool.authorization !== undefined && { authorization: hidden }),
    ...(headers !== undefined && { headers }),
  };
}
