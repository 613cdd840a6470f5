import type { Response, ResponseStreamEvent, ResponseUsage } from 'openai/resources/responses/responses';
import type { ApiErrorBody } from './api-error.ts';
import type { ApprovalRequestItem, FunctionCallItem, Item, McpCallItem, MessageItem, ToolListItem } from './items.ts';
import { splitText } from './split-text.ts';

/** As it travels: clients add `output_text` themselves. */
export type WireResponse = Omit<Response, 'output_text'> & { readonly store: boolean };

type Unnumbered<E> = E extends { sequence_number: number } ? Omit<E, 'sequence_number'> : never;
type IncompleteReason = 'max_output_tokens' | 'max_messages';
export type SendEvent = (event: ResponseStreamEvent) => void;

export type McpResult = Pick<McpCallItem, 'output' | 'error'>;
type AnswerItem = Extract<MessageItem, { role: 'assistant' }>;

/** Writes one response, item by item, and tells each step as the API's events do. */
export interface ResponseWriter {
  readonly response: WireResponse;
  readonly items: readonly Item[];
  begin(): void;
  toolList(id: string, label: string, list: () => Promise<ToolListItem['tools']>): Promise<ToolListItem>;
  message(id: string, text: string, status: 'completed' | 'incomplete'): void;
  functionCall(item: FunctionCallItem): void;
  mcpCall(item: McpCallItem, run: () => Promise<McpResult>): Promise<McpCallItem>;
  approvalRequest(item: ApprovalRequestItem): void;
  /** Incomplete for a reason, completed without one. `at` in epoch milliseconds. */
  end(reason: IncompleteReason | undefined, usage: ResponseUsage, at: number): WireResponse;
  fail(error: ApiErrorBody): WireResponse;
}

export function createResponseWriter(blank: WireResponse, send: SendEvent): ResponseWriter {
  const output: Item[] = [];
  let response: WireResponse = { ...blank, status: 'in_progress', output: [] };
  let number = 0;
  const tell = (event: Unnumbered<ResponseStreamEvent>): void => {
    send({ ...event, sequence_number: number });
    number += 1;
  };
  const state = () => response as unknown as Response;
  type OutputItem = Response['output'][number];
  const added = (item: Item) => {
    const place = { output_index: output.length, item_id: item.id };
    tell({ type: 'response.output_item.added', output_index: place.output_index, item: item as OutputItem });
    return place;
  };
  const done = (item: Item): void => {
    tell({ type: 'response.output_item.done', output_index: output.length, item: item as OutputItem });
    output.push(item);
  };
  const finish = (end: Partial<WireResponse>): WireResponse => {
    response = { ...response, ...end, output: output as Response['output'] };
    return response;
  };

  return {
    get response() {
      return response;
    },
    items: output,
    begin() {
      tell({ type: 'response.created', response: state() });
      tell({ type: 'response.in_progress', response: state() });
    },
    async toolList(id, label, list) {
      const blankItem = { id, type: 'mcp_list_tools', server_label: label, tools: [] } satisfies ToolListItem;
      const place = added(blankItem);
      tell({ type: 'response.mcp_list_tools.in_progress', ...place });
      let item: ToolListItem;
      try {
        item = { ...blankItem, tools: await list() };
      } catch (error) {
        tell({ type: 'response.mcp_list_tools.failed', ...place });
        done({ ...blankItem, error: error instanceof Error ? error.message : String(error) });
        throw error;
      }
      tell({ type: 'response.mcp_list_tools.completed', ...place });
      done(item);
      return item;
    },
    message(id, text, status) {
      const item: AnswerItem = { id, type: 'message', role: 'assistant', status: 'in_progress', content: [] };
      const part = { type: 'output_text' as const, text: '', annotations: [], logprobs: [] };
      const place = { ...added(item), content_index: 0 };
      tell({ type: 'response.content_part.added', ...place, part });
      for (const delta of splitText(text)) tell({ type: 'response.output_text.delta', ...place, delta, logprobs: [] });
      tell({ type: 'response.output_text.done', ...place, text, logprobs: [] });
      tell({ type: 'response.content_part.done', ...place, part: { ...part, text } });
      done({ ...item, status, content: [{ ...part, text }] });
    },
    functionCall(item) {
      const place = added({ ...item, status: 'in_progress', arguments: '' });
      tell({ type: 'response.function_call_arguments.delta', ...place, delta: item.arguments });
      tell({ type: 'response.function_call_arguments.done', ...place, arguments: item.arguments });
      done(item);
    },
    async mcpCall(item, run) {
      const place = added({ ...item, status: 'in_progress', arguments: '' });
      tell({ type: 'response.mcp_call.in_progress', ...place });
      tell({ type: 'response.mcp_call_arguments.delta', ...place, delta: item.arguments });
      tell({ type: 'response.mcp_call_arguments.done', ...place, arguments: item.arguments });
      const result = await run();
      const failed = result.error !== null && result.error !== undefined;
      tell({ type: failed ? 'response.mcp_call.failed' : 'response.mcp_call.completed', ...place });
      const whole: McpCallItem = { ...item, ...result, status: failed ? 'failed' : 'completed' };
      done(whole);
      return whole;
    },
    approvalRequest(item) {
      added(item);
      done(item);
    },
    end(reason, usage, at) {
      if (reason === undefined) {
        finish({ status: 'completed', usage, completed_at: Math.floor(at / 1000) });
        tell({ type: 'response.completed', response: state() });
      } else {
        finish({ status: 'incomplete', usage, incomplete_details: { reason } });
        tell({ type: 'response.incomplete', response: state() });
      }
      return response;
    },
    fail({ message, type, param, code }) {
      finish({ status: 'failed', error: { code: 'server_error', message, type, param } });
      tell({ type: 'error', code, message, param });
      tell({ type: 'response.failed', response: state() });
      return response;
    },
  };
}
