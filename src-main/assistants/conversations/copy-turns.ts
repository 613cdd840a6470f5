import type { TurnItemRow } from '../../db/repositories/turn-item-repository.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import type { ConversationStore } from './store.ts';

/** Copies turns into another conversation, the latest try of each, up to and with a number. In a transaction. */
export function copyTurns(store: ConversationStore, fromId: number, toId: number, upTo: number): void {
  for (const row of store.turns.listBefore(fromId, upTo + 1, upTo).reverse()) copyTurn(store, row, toId);
}

/** Copies a turn with the items that are to be copied. Its requests stay where they are. Returns the copy's id. */
export function copyTurn(
  { turns, items, index }: ConversationStore,
  row: TurnRow,
  toId: number,
  { keeps = () => true, change = {} }: { keeps?: (item: TurnItemRow) => boolean; change?: Partial<TurnRow> } = {},
): number {
  const { id: _, ...rest } = row;
  const copy = { ...rest, conversationId: toId, attempt: 1, originId: row.originId ?? row.id, ...change };
  const id = turns.insert(copy);
  index.add(toId, row.prompt);
  for (const { id: __, ...item } of items.listWhole([row.id]).filter(keeps)) {
    items.insert({ ...item, turnId: id });
    for (const text of [item.text, item.result ?? '']) if (text.trim() !== '') index.add(toId, text);
  }
  return id;
}
