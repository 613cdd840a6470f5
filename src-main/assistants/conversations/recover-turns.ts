import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import { type ItemFacts, type ItemKind, readFacts } from './item-facts.ts';
import type { LiveItem } from './live-turn.ts';
import { explainUnsettled } from './run-turn.ts';
import { stopCall, takeResult } from './settle-calls.ts';
import type { ConversationStore } from './store.ts';
import type { ToolAccess } from './tool-access.ts';

/**
 * Turns that ran when the program ended: what came until then stays. A call whose row is in the activity log gets its
 * result from there. What waits for a person goes on waiting. Called inside a transaction.
 */
export function recoverTurns(
  { turns, items }: ConversationStore,
  tools: Pick<ToolAccess, 'findCall'>,
  at: number,
): void {
  for (const row of turns.listOpen('running')) {
    const all = items.listWhole([row.id]).map((item): LiveItem => ({
      ...item,
      kind: item.kind as ItemKind,
      facts: readFacts(item.facts),
    }));
    for (const item of all) {
      if (!recoverItem(item, tools)) continue;
      items.update({ ...item, facts: JSON.stringify(item.facts satisfies ItemFacts) });
    }
    const waits = all.some(({ state }) => state === 'waiting');
    const ended: TurnRow = { ...row, state: waits ? 'waiting' : 'interrupted', endedAt: waits ? null : at };
    turns.update(ended);
  }
}

/** Answers whether it changed. */
function recoverItem(item: LiveItem, { findCall }: Pick<ToolAccess, 'findCall'>): boolean {
  if (item.state === 'streaming') {
    item.state = 'incomplete';
    return true;
  }
  if (item.kind !== 'call' || (item.state !== 'arguments' && item.state !== 'running')) return false;
  const result = item.facts.by === 'workbench' && item.state === 'running' ? findCall(item.id) : undefined;
  if (result !== undefined) takeResult(item, result);
  else stopCall(item, explainLoss(item), 'interrupted');
  return true;
}

function explainLoss(item: LiveItem): string {
  if (item.state !== 'running' || item.facts.by === 'hosted') return explainUnsettled(item);
  return item.facts.effect === 'read'
    ? 'The program ended while it ran. It only reads, so nothing was changed.'
    : 'The program ended before it was done, so nothing of it is on the desk: what it writes is written as a whole.';
}
