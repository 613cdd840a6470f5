import type { ResponseInputItem } from 'openai/resources/responses/responses';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { buildTurnInput } from './build-input.ts';
import { readSetup } from './describe-turn.ts';
import type { ConversationStore } from './store.ts';

/** What was said in a conversation before a turn, as the model of that set-up is told. */
export function readInputBefore(
  { turns, items }: Pick<ConversationStore, 'turns' | 'items'>,
  conversationId: number,
  number: number,
  setup: ConversationSetup,
): ResponseInputItem[] {
  const rows = turns.listBefore(conversationId, number, number).reverse();
  const byTurn = new Map(rows.map(({ id }) => [id, [] as ReturnType<typeof items.listWhole>]));
  for (const item of items.listWhole([...byTurn.keys()])) byTurn.get(item.turnId)?.push(item);
  return rows.flatMap((row) =>
    buildTurnInput({ prompt: row.prompt, setup: readSetup(row.setup), items: byTurn.get(row.id) ?? [] }, setup),
  );
}
