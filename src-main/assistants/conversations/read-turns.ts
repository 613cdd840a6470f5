import {
  type ConversationItem,
  type ConversationTurn,
  longestShownText,
} from '../../../src-shared/api/conversations.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import { describeItem } from './describe-item.ts';
import { describeTurn } from './describe-turn.ts';
import type { ConversationStore } from './store.ts';

/** Turns with their items as they are stored, in the order given. */
export function readTurns({ items }: Pick<ConversationStore, 'items'>, turns: readonly TurnRow[]): ConversationTurn[] {
  const byTurn = new Map<number, ConversationItem[]>(turns.map(({ id }) => [id, []]));
  for (const row of items.listShown([...byTurn.keys()], longestShownText)) {
    byTurn.get(row.turnId)?.push(describeItem(row));
  }
  return turns.map((turn) => ({ ...describeTurn(turn), items: byTurn.get(turn.id) ?? [] }));
}
