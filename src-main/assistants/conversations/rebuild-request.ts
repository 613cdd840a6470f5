import type { ExchangeRow } from '../../db/repositories/exchange-repository.ts';
import { buildTurnInput } from './build-input.ts';
import type { RequestBody } from './build-request.ts';
import { readSetup } from './describe-turn.ts';
import { getTurn } from './get-turn.ts';
import type { ConversationStore } from './store.ts';
import { readInputBefore } from './read-input-before.ts';

/**
 * The body of a request as it was sent, but for secrets, as JSON. Its input is not stored: what it was made of is, and
 * does not change once it was sent.
 */
export function rebuildRequest(store: ConversationStore, { id, turnId, number }: ExchangeRow): string {
  const turn = getTurn(store, turnId);
  const setup = readSetup(turn.setup);
  const body = JSON.parse(store.exchanges.findBody(id) ?? '{}') as RequestBody;
  const own = { prompt: turn.prompt, setup, items: store.items.listWhole([turnId]) };
  const input = [
    ...readInputBefore(store, turn.conversationId, turn.number, setup),
    ...buildTurnInput(own, setup, number),
  ];
  return JSON.stringify({ ...body, input });
}
