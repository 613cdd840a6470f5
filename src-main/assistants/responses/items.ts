import type { ResponseItem, ResponseReasoningItem } from 'openai/resources/responses/responses';
import type { Ports } from '../../ports.ts';

type OfType<T extends string> = Extract<ResponseItem, { type: T }>;

export type MessageItem = OfType<'message'>;
export type FunctionCallItem = OfType<'function_call'>;
export type FunctionOutputItem = OfType<'function_call_output'>;
export type ToolListItem = OfType<'mcp_list_tools'>;
export type McpCallItem = OfType<'mcp_call'>;
export type ApprovalRequestItem = OfType<'mcp_approval_request'>;
export type ApprovalAnswerItem = OfType<'mcp_approval_response'>;

/** What a conversation is made of here, in the API's own shapes: what came in, and what went out. */
export type Item =
  | MessageItem
  | FunctionCallItem
  | FunctionOutputItem
  | ToolListItem
  | McpCallItem
  | ApprovalRequestItem
  | ApprovalAnswerItem
  /** Another model's thoughts, which are kept and read by nobody. */
  | ResponseReasoningItem;

const prefixes = {
  response: 'resp',
  conversation: 'conv',
  message: 'msg',
  function_call: 'fc',
  function_call_output: 'fco',
  call: 'call',
  mcp_list_tools: 'mcpl',
  mcp_call: 'mcp',
  mcp_approval_request: 'mcpr',
  mcp_approval_response: 'mcprr',
  reasoning: 'rs',
} as const;

export type CreateId = (kind: keyof typeof prefixes) => string;

/** Ids of the API's form, which nobody can guess. */
export function createIds({ randomBytes }: Pick<Ports, 'randomBytes'>): CreateId {
  return (kind) => `${prefixes[kind]}_${randomBytes(24).toString('hex')}`;
}

/** The text of a message or of what a tool gave back. */
export function textOf(content: string | readonly { readonly type: string; readonly text?: string }[]): string {
  if (typeof content === 'string') return content;
  return content.map((part) => part.text ?? '').join('\n');
}
