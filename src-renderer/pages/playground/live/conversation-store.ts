import { createStore, type StoreApi } from 'zustand';
import type { ConversationEvent, ConversationTurn } from '../../../../src-shared/api/conversations.ts';
import { addOlderTurns, applyEvent, type ConversationState } from './apply-event.ts';

interface LiveConversation {
  /** `gone`: somebody deleted it. */
  readonly connection: 'starting' | 'live' | 'reconnecting' | 'gone' | 'failed';
  readonly error?: unknown;
  readonly state?: ConversationState;
}

export type ConversationStore = StoreApi<LiveConversation>;

export function createConversationStore(): ConversationStore {
  return createStore<LiveConversation>(() => ({ connection: 'starting' }));
}

/** All events of a moment are one change, so that a page is drawn once for them. */
export function applyEvents(store: ConversationStore, events: readonly ConversationEvent[]): void {
  const before = store.getState();
  let { state } = before;
  for (const event of events) {
    if (event.kind === 'removed') return store.setState({ connection: 'gone' });
    state = applyEvent(state, event);
  }
  if (state === undefined || (state === before.state && before.connection === 'live')) return;
  store.setState({ connection: 'live', state });
}

export function addOlder(store: ConversationStore, older: readonly ConversationTurn[]): void {
  const { state } = store.getState();
  if (state !== undefined) store.setState({ state: addOlderTurns(state, older) });
}
