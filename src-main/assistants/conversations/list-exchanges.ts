import type { ExchangeRow } from '../../db/repositories/exchange-repository.ts';
import type { ConversationStore } from './store.ts';

/** The requests of a turn. What a copy was copied with is held by the turn that it was copied from. */
export function listExchanges(
  { turns, exchanges }: Pick<ConversationStore, 'turns' | 'exchanges'>,
  turnId: number,
): ExchangeRow[] {
  const turn = turns.find(turnId);
  if (turn === undefined) return [];
  const own = exchanges.list(turnId);
  if (turn.originId === null) return own;
  const first = own[0]?.number ?? Infinity;
  const copied = exchanges.list(turn.originId).filter(({ number }) => number < first && number <= turn.exchanges);
  return [...copied, ...own];
}
