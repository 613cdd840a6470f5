import type { Connection } from '../../db/repositories/connection.ts';
import { createApprovalGrantRepository } from '../../db/repositories/approval-grant-repository.ts';
import { createConversationRepository } from '../../db/repositories/conversation-repository.ts';
import { createConversationIndex } from '../../db/repositories/conversation-search.ts';
import { createExchangeRepository } from '../../db/repositories/exchange-repository.ts';
import { createTurnItemRepository } from '../../db/repositories/turn-item-repository.ts';
import { createTurnRepository } from '../../db/repositories/turn-repository.ts';

export type ConversationStore = ReturnType<typeof createConversationStore>;

/** Everything that is kept of conversations. What writes is called inside a transaction. */
export function createConversationStore(connection: Connection) {
  return {
    conversations: createConversationRepository(connection),
    turns: createTurnRepository(connection),
    items: createTurnItemRepository(connection),
    exchanges: createExchangeRepository(connection),
    grants: createApprovalGrantRepository(connection),
    index: createConversationIndex(connection),
  };
}
