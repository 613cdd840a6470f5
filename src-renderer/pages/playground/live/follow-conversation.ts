import type { ConversationEvent } from '../../../../src-shared/api/conversations.ts';
import { AppError } from '../../../../src-shared/errors/app-error.ts';
import { client } from '../../../api/client.ts';
import { applyEvents, type ConversationStore } from './conversation-store.ts';
import { createFrameBatch } from './frame-batch.ts';
import { whileInSight } from './while-in-sight.ts';

const longestWait = 3_000;

/** Keeps the store true for as long as the signal allows. A stream that ends is begun anew with a snapshot. */
export async function followConversation(id: number, store: ConversationStore, signal: AbortSignal): Promise<void> {
  let wait = 100;
  while (!signal.aborted) {
    try {
      await whileInSight(signal, async (seen) => {
        const batch = createFrameBatch<ConversationEvent>((events) => applyEvents(store, events));
        try {
          for await (const event of await client.conversations.follow({ id }, { signal: seen })) {
            batch.add(event);
            wait = 100;
          }
        } finally {
          batch.flush();
        }
      });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof AppError && error.code === 'not_found') return store.setState({ connection: 'gone' });
      store.setState(
        store.getState().state === undefined ? { connection: 'failed', error } : { connection: 'reconnecting' },
      );
    }
    if (signal.aborted || store.getState().connection === 'gone') return;
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(longestWait, wait * 2);
  }
}
