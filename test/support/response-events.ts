import type { ServerResponse } from 'node:http';

interface Item {
  readonly type: string;
  readonly [field: string]: unknown;
}

const usage = {
  ...{ input_tokens: 100, output_tokens: 20, total_tokens: 120 },
  input_tokens_details: { cached_tokens: 40 },
  output_tokens_details: { reasoning_tokens: 5 },
};

const messageItem = (id: string, text: string): Item => ({
  ...{ id, type: 'message', role: 'assistant', status: 'completed' },
  content: [{ type: 'output_text', text, annotations: [] }],
});

const callItem = (callId: string, name: string, input: unknown): Item => ({
  ...{ id: `fc_${callId}`, type: 'function_call', status: 'completed', call_id: callId, name },
  arguments: typeof input === 'string' ? input : JSON.stringify(input),
});

const reasoningItem = (id: string, text: string, encrypted?: string): Item => ({
  ...{ id, type: 'reasoning', summary: [{ type: 'summary_text', text }] },
  ...(encrypted !== undefined && { encrypted_content: encrypted }),
});

/** The events of one response as OpenAI's API streams them. */
export function createEvents() {
  const output: Item[] = [];
  let number = 0;
  const event = (type: string, more: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number++, ...more })}\n\n`;
  const response = (status: string, more: object = {}) => ({ response: { id: 'resp_1', status, output, ...more } });
  const place = (item: Item) => ({ output_index: output.length, item_id: item['id'] });
  const done = (item: Item): string => {
    const text = event('response.output_item.done', { output_index: output.length, item });
    output.push(item);
    return text;
  };
  return {
    begin: () => event('response.created', response('in_progress')),
    /** As far as it has come: the item does not end. */
    partOfMessage(id: string, ...parts: string[]): string {
      const item = { ...messageItem(id, ''), content: [], status: 'in_progress' };
      return [
        event('response.output_item.added', { output_index: output.length, item }),
        ...parts.map((delta) => event('response.output_text.delta', { ...place(item), content_index: 0, delta })),
      ].join('');
    },
    more: (id: string, delta: string) =>
      event('response.output_text.delta', { output_index: output.length, item_id: id, content_index: 0, delta }),
    endOfMessage: (id: string, text: string) => done(messageItem(id, text)),
    message(id: string, ...parts: string[]): string {
      return this.partOfMessage(id, ...parts) + this.endOfMessage(id, parts.join(''));
    },
    call(callId: string, name: string, input: unknown): string {
      const item = callItem(callId, name, input);
      const added = { output_index: output.length, item: { ...item, arguments: '', status: 'in_progress' } };
      const delta = { ...place(item), delta: item['arguments'] };
      return (
        event('response.output_item.added', added) + event('response.function_call_arguments.delta', delta) + done(item)
      );
    },
    reasoning(id: string, text: string, encrypted?: string): string {
      const item = reasoningItem(id, text, encrypted);
      const added = { output_index: output.length, item: { ...item, summary: [] } };
      const delta = { ...place(item), summary_index: 0, delta: text };
      return (
        event('response.output_item.added', added) + event('response.reasoning_summary_text.delta', delta) + done(item)
      );
    },
    end: () => event('response.completed', response('completed', { usage })),
    incomplete: (reason: string) =>
      event('response.incomplete', response('incomplete', { usage, incomplete_details: { reason } })),
  };
}

export type ResponseEvents = ReturnType<typeof createEvents>;

/** Answers with the events that are written, and ends. */
export function answerWith(...write: ((events: ResponseEvents) => string)[]) {
  return (response: ServerResponse): void => {
    const events = createEvents();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req_test' });
    response.write(events.begin());
    for (const part of write) response.write(part(events));
    response.end(events.end());
  };
}
