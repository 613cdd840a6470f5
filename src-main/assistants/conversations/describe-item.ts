import { type ConversationItem, longestShownText } from '../../../src-shared/api/conversations.ts';
import type { TurnItemLine } from '../../db/repositories/turn-item-repository.ts';
import { type CallState, type ItemFacts, readFacts } from './item-facts.ts';

type Shown = Pick<TurnItemLine, 'id' | 'turnId' | 'position' | 'kind' | 'state' | 'text' | 'textLength' | 'result'> &
  Pick<TurnItemLine, 'resultLength'> & { readonly facts: string | ItemFacts };

type TextState = 'streaming' | 'done' | 'incomplete';

/** The beginning of a text, without the half of a character at its end. */
export function cutText(text: string): string {
  return text.length <= longestShownText ? text : text.slice(0, longestShownText).replace(/\p{Cs}$/u, '');
}

/** An item of a turn as pages show it. */
export function describeItem(row: Shown): ConversationItem {
  const { id, turnId, position, state } = row;
  const base = { id, turnId, position };
  const facts = typeof row.facts === 'string' ? readFacts(row.facts) : row.facts;
  const text = { text: cutText(row.text), length: row.textLength };
  switch (row.kind as ConversationItem['kind']) {
    case 'answer':
    case 'reasoning':
      return { ...base, kind: row.kind as 'answer' | 'reasoning', ...text, state: state as TextState };
    case 'refusal':
      return { ...base, kind: 'refusal', ...text };
    case 'call':
      return { ...base, kind: 'call', ...describeCall(row, facts), arguments: text };
    case 'tool-list': {
      const { server = '', tools = 0, error } = facts;
      return { ...base, kind: 'tool-list', server, tools, ...(error !== undefined && { error }) };
    }
    case 'other':
      return { ...base, kind: 'other', type: facts.type ?? '', ...text };
  }
}

function describeCall({ state, result, resultLength }: Shown, facts: ItemFacts) {
  const { tool = '', title, effect, by = 'workbench', decision, reason, given } = facts;
  const { callId, milliseconds, error, changed } = facts;
  return {
    tool,
    by,
    state: state as CallState,
    approval: {
      ...(decision !== undefined && { decision }),
      ...(reason !== undefined && { reason }),
      edited: given !== undefined,
    },
    ...(title !== undefined && { title }),
    ...(effect !== undefined && { effect }),
    ...(callId !== undefined && { callId }),
    ...(milliseconds !== undefined && { milliseconds }),
    ...(error !== undefined && { error }),
    ...(changed !== undefined && { changed }),
    // What a call that did not come to its end told the model is said by its state.
    ...(state === 'done' && result !== null && { result: { text: cutText(result), length: resultLength ?? 0 } }),
  };
}
