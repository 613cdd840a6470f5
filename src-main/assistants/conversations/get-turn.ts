import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TurnItemRow } from '../../db/repositories/turn-item-repository.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import type { ConversationStore } from './store.ts';

export function getTurn({ turns }: Pick<ConversationStore, 'turns'>, id: number): TurnRow {
  const found = turns.find(id);
  if (found !== undefined) return found;
  throw new AppError('not_found', 'This turn is gone, with its conversation.');
}

export function getItem({ items }: Pick<ConversationStore, 'items'>, id: number): TurnItemRow {
  const found = items.find(id);
  if (found !== undefined) return found;
  throw new AppError('not_found', 'This part of a conversation is gone.');
}

export function findLatestTurn({ turns }: Pick<ConversationStore, 'turns'>, conversationId: number): TurnRow {
  const found = turns.findLatest(conversationId);
  if (found !== undefined) return found;
  throw new AppError('conflict', 'Nothing has been asked yet. Send a prompt first.');
}
