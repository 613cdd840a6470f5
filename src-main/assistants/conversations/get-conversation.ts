import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ConversationLine } from '../../db/repositories/conversation-repository.ts';
import type { ConversationStore } from './store.ts';

export function getConversation(
  { conversations }: Pick<ConversationStore, 'conversations'>,
  id: number,
): ConversationLine {
  const found = conversations.find(id);
  if (found !== undefined) return found;
  throw new AppError('not_found', 'This conversation is gone. Begin a new one.');
}
