import type { ResponseOutputItem } from 'openai/resources/responses/responses';
import type { Failure } from './item-facts.ts';
import type { LiveItem, LiveTurn } from './live-turn.ts';

/** An output item of the Responses API that has begun. A call that was approved goes on in the item that asked. */
export function beginItem(turn: LiveTurn, exchange: number, item: ResponseOutputItem): LiveItem {
  switch (item.type) {
    case 'message':
      return turn.add({ kind: 'answer', exchange, state: 'streaming' });
    case 'reasoning':
      return turn.add({ kind: 'reasoning', exchange, state: 'streaming' });
    case 'function_call':
      return turn.add({ kind: 'call', exchange, state: 'arguments', facts: { tool: item.name, by: 'workbench' } });
    case 'mcp_call': {
      const asked = turn.items.find(({ wire }) => isRequest(wire, item.approval_request_id));
      const facts = { tool: item.name, by: 'hosted', server: item.server_label } as const;
      if (asked === undefined) return turn.add({ kind: 'call', exchange, state: 'arguments', facts });
      asked.replyExchange = exchange;
      asked.state = 'running';
      // Its arguments are told once more.
      asked.text = '';
      turn.changed(asked);
      return asked;
    }
    case 'mcp_approval_request':
      return turn.add({
        ...{ kind: 'call', exchange, state: 'waiting', text: item.arguments },
        facts: { tool: item.name, by: 'hosted', server: item.server_label },
      });
    case 'mcp_list_tools':
      return turn.add({ kind: 'tool-list', exchange, facts: { server: item.server_label, tools: 0 } });
    default:
      return turn.add({ kind: 'other', exchange, facts: { type: item.type } });
  }
}

/** The whole of an output item has come. */
export function endItem(
  turn: LiveTurn,
  live: LiveItem,
  item: ResponseOutputItem,
  hide: (text: string) => string,
): void {
  const wire = hide(JSON.stringify(item));
  if (live.replyExchange === null) live.wire = wire;
  else live.reply = wire;
  switch (item.type) {
    case 'message': {
      const refusals = item.content.filter((part) => part.type === 'refusal');
      const said = item.content.map((part) => (part.type === 'refusal' ? part.refusal : part.text)).join('');
      live.kind = refusals.length > 0 && refusals.length === item.content.length ? 'refusal' : 'answer';
      live.text = hide(said);
      live.state = item.status === 'incomplete' ? 'incomplete' : 'done';
      break;
    }
    case 'reasoning':
      live.text = hide(readReasoning(item)) || live.text;
      live.state = 'done';
      break;
    case 'function_call':
      live.facts = { ...live.facts, tool: item.name };
      live.text = item.arguments;
      break;
    case 'mcp_call':
      endHostedCall(live, item, hide);
      break;
    case 'mcp_approval_request':
      live.text = item.arguments;
      break;
    case 'mcp_list_tools': {
      const { error } = item;
      live.facts = {
        ...{ server: item.server_label, tools: item.tools.length },
        ...(typeof error === 'string' && { error: { message: hide(error), code: 'tool_list_failed' } }),
      };
      break;
    }
    default:
      live.text = wire;
  }
  turn.changed(live);
  turn.index(live.text);
}

type HostedCall = Extract<ResponseOutputItem, { type: 'mcp_call' }>;

function endHostedCall(live: LiveItem, item: HostedCall, hide: (text: string) => string): void {
  const { output, error } = item;
  live.text = item.arguments;
  const failed = error !== null && error !== undefined;
  live.state = failed ? 'failed' : 'done';
  live.result = hide(failed ? describeError(error) : (output ?? ''));
  live.facts = { ...live.facts, ...(failed && { error: readError(live.result, codeOf(error)) }) };
}

/** Servers tell of it as text, or as an object of one of several kinds. */
function describeError(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message, content } = error as { message?: unknown; content?: unknown };
  if (typeof message === 'string') return message;
  if (!Array.isArray(content)) return JSON.stringify(error);
  return content.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('\n');
}

/** Tools of this workbench tell of a failure as JSON. */
function readError(text: string, code: string): Failure {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    if (typeof error?.code === 'string' && typeof error.message === 'string') {
      return { code: error.code, message: error.message };
    }
  } catch {
    // Another server's words.
  }
  return { code, message: text };
}

function codeOf(error: unknown): string {
  const { type } = error as { type?: unknown };
  return typeof type === 'string' ? type : 'tool_failed';
}

function readReasoning(item: Extract<ResponseOutputItem, { type: 'reasoning' }>): string {
  const parts = item.summary.length > 0 ? item.summary : (item.content ?? []);
  return parts.map(({ text }) => text).join('\n\n');
}

function isRequest(wire: string | null, id: string | null | undefined): boolean {
  if (wire === null || id === null || id === undefined) return false;
  const item = JSON.parse(wire) as { type?: string; id?: string };
  return item.type === 'mcp_approval_request' && item.id === id;
}
