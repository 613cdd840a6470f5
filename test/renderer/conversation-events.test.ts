import { describe, expect, test } from 'vitest';
import type {
  Conversation,
  ConversationEvent,
  ConversationItem,
  ConversationTurn,
} from '../../src-shared/api/conversations.ts';
import { conversationSetup } from '../../src-shared/domain/conversations.ts';
import { splitBlocks } from '../../src-renderer/pages/playground/markdown/split-blocks.ts';
import {
  addOlderTurns,
  applyEvent,
  type ConversationState,
} from '../../src-renderer/pages/playground/live/apply-event.ts';

const setup = conversationSetup.parse({ connectionId: 'offline', endpointId: 'default', as: 'agent:1' });
const at = '2026-01-01T00:00:00.000Z';
const tokens = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

const conversation = (turns: number): Conversation => ({
  ...{ id: 1, title: 'One', setup, createdAt: at, updatedAt: at, turns, tokens },
});
const turnOf = (number: number, more: Partial<ConversationTurn> = {}): ConversationTurn => ({
  ...{ id: 100 + number, number, attempt: 1, prompt: { text: 'Hi', length: 2 }, state: 'running', notes: [] },
  ...{ startedAt: at, tokens, times: { model: 0, tools: 0 }, exchanges: 1, setup, items: [] },
  ...more,
});
const answerOf = (turnId: number, text: string): ConversationItem => ({
  ...{ id: 7, turnId, position: 1, kind: 'answer', text, length: text.length, state: 'streaming' },
});

function apply(...events: Exclude<ConversationEvent, { kind: 'removed' }>[]): ConversationState {
  const state = events.reduce<ConversationState | undefined>(applyEvent, undefined);
  if (state === undefined) throw new Error('Nothing came of it.');
  return state;
}
const snapshot = (...turns: ConversationTurn[]) =>
  ({ kind: 'snapshot', conversation: conversation(turns.length), turns }) as const;
const text = (from: number, more: string) =>
  ({ kind: 'text', turnId: 101, itemId: 7, from, text: more, receivedAt: 0 }) as const;

describe('events of a conversation', () => {
  test('text that is known already is not taken twice, and what is new of it is', () => {
    const state = apply(
      snapshot(turnOf(1)),
      { kind: 'item', item: answerOf(101, 'One ') },
      text(4, 'two '),
      text(0, 'One two '),
      text(4, 'two three'),
    );
    expect(state.turns[1]?.items).toMatchObject([{ text: 'One two three', length: 13 }]);
  });

  test('of a long text only the beginning is kept, and its length is that of the whole', () => {
    const state = apply(
      snapshot(turnOf(1)),
      { kind: 'item', item: answerOf(101, '') },
      text(0, 'x'.repeat(19_999)),
      text(19_999, 'yyy'),
      text(20_002, 'zzz'),
    );
    const [item] = state.turns[1]?.items ?? [];
    expect(item).toMatchObject({ length: 20_005 });
    expect(item?.kind === 'answer' && [item.text.length, item.text.at(-1)]).toEqual([20_000, 'y']);
  });

  test('a turn that is tried again takes the place of the earlier attempt, which cannot come back', () => {
    const first = turnOf(1, { items: [answerOf(101, 'First')], state: 'done' });
    const { items: _, ...earlier } = first;
    const state = apply(
      snapshot(first),
      { kind: 'turn', turn: { ...earlier, id: 201, attempt: 2, state: 'running' } },
      { kind: 'turn', turn: earlier },
    );
    expect(state.turns[1]).toMatchObject({ id: 201, attempt: 2, items: [] });
  });

  test('what an event does not touch stays the same object', () => {
    const before = apply(snapshot(turnOf(1, { items: [answerOf(101, 'One')] }), turnOf(2)));
    const after = applyEvent(before, text(3, ' more'));
    expect(after?.turns[2]).toBe(before.turns[2]);
    expect(after?.turns[1]).not.toBe(before.turns[1]);
    expect(after?.tickets).toBe(before.tickets);
  });

  test('older turns come before those that are here and change none of them, a new snapshot neither', () => {
    const late = apply(snapshot(turnOf(3), turnOf(4)));
    const all = addOlderTurns(late, [turnOf(2), turnOf(1), turnOf(3, { id: 999 })]);
    expect([all.first, all.count, all.turns[3]?.id]).toEqual([1, 4, 103]);
    const again = applyEvent(all, snapshot(turnOf(4), turnOf(5)));
    expect(Object.keys(again?.turns ?? {})).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('parts of Markdown', () => {
  const paragraph = 'word '.repeat(100).trim();

  test('are the whole text again when they are put together, and stay what they were while it grows', () => {
    const whole = Array.from({ length: 12 }, (_, index) => `${index} ${paragraph}`).join('\n\n');
    const parts = splitBlocks(whole);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe(whole);
    const grown = splitBlocks(`${whole}\n\nAnd more of it.`);
    expect(grown.slice(0, parts.length - 1)).toEqual(parts.slice(0, -1));
  });

  test('never cut code between fences or a list', () => {
    const code = `\`\`\`js\n${Array.from({ length: 30 }, () => `${paragraph}\n`).join('\n')}\`\`\``;
    const list = Array.from({ length: 30 }, (_, index) => `${index + 1}. ${paragraph}\n\n   ${paragraph}`).join('\n\n');
    for (const one of [code, list])
      expect(splitBlocks(`${paragraph}\n\n${one}`).some((part) => part.includes(one))).toBe(true);
  });
});
