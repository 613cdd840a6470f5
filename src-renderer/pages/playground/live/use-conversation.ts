import { useEffect, useState } from 'react';
import { client } from '../../../api/client.ts';
import { addOlder, createConversationStore, type ConversationStore } from './conversation-store.ts';
import { followConversation } from './follow-conversation.ts';

export interface FollowedConversation {
  readonly id: number;
  readonly store: ConversationStore;
  /** Fetches the turns before the first one that is here, up to and with that number. */
  loadOlder(downTo: number): void;
}

const mostAtOnce = 50;

/** A conversation that is followed for as long as it is shown. To be used under a key of its id. */
export function useConversation(id: number): FollowedConversation {
  const [followed] = useState(() => createFollowed(id));
  useEffect(() => {
    const abort = new AbortController();
    void followConversation(id, followed.store, abort.signal);
    return () => abort.abort();
  }, [id, followed]);
  return followed;
}

function createFollowed(id: number): FollowedConversation {
  const store = createConversationStore();
  let loading = false;
  const firstHere = (): number => store.getState().state?.first ?? 1;
  return {
    id,
    store,
    loadOlder(downTo) {
      if (loading || store.getState().state === undefined) return;
      loading = true;
      const load = async (): Promise<void> => {
        for (let first = firstHere(); first > Math.max(1, downTo) && Number.isFinite(first);) {
          addOlder(store, await client.conversations.turns({ id, before: first, limit: mostAtOnce }));
          const next = firstHere();
          if (next >= first) return;
          first = next;
        }
      };
      // What fails is asked for again with the next scroll.
      void load()
        .catch(() => undefined)
        .finally(() => (loading = false));
    },
  };
}
