import type { ConversationStore } from './store.ts';

/** Removes a conversation with everything it holds. Requests that copies of its turns show are theirs from then on. */
export function removeConversation(store: ConversationStore, id: number): void {
  const { conversations, turns, items, exchanges, grants, index } = store;
  for (const turn of turns.listAll(id)) {
    const [heir, ...others] = turns.listCopies(turn.id).filter((copy) => turns.find(copy)?.conversationId !== id);
    if (heir === undefined) continue;
    // A copy that went on has requests of its own with the numbers that follow.
    exchanges.moveUpTo(turn.id, heir, turns.find(heir)?.exchanges ?? 0);
    turns.setOrigin(heir, null);
    for (const other of others) turns.setOrigin(other, heir);
  }
  items.removeOf(id);
  exchanges.removeOf(id);
  turns.removeOf(id);
  grants.removeOf(id);
  index.removeOf(id);
  conversations.remove(id);
}
