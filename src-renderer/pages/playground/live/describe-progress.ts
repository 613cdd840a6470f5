import type { StoreApi } from 'zustand';
import type { ConversationStore } from './conversation-store.ts';

type Live = ConversationStore extends StoreApi<infer State> ? State : never;

/** How far the latest turn is, in words. */
export function describeProgress({ state }: Live): string {
  const turn = state?.turns[state.count];
  switch (turn?.state) {
    case 'running':
      return 'It is being answered.';
    case 'waiting': {
      const waiting = turn.items.find((item) => item.kind === 'call' && item.state === 'waiting');
      return waiting?.kind === 'call' ? `A call of ${waiting.tool} waits for you to approve or deny it.` : '';
    }
    case 'done':
      return 'Answered.';
    case 'failed':
      return turn.error?.message ?? 'It failed.';
    case 'stopped':
      return 'Stopped.';
    default:
      return '';
  }
}
