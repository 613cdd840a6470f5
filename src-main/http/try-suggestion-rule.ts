import type { SuggestionRule } from '../../src-shared/domain/suggestion-rules.ts';
import { ticketsConsidered } from '../tools/match-ticket.ts';
import { wholeDesk } from './edit-desk.ts';
import type { DoorCore } from './route-context.ts';

const tried = 200;
const shownWrong = 20;

/** Ticket after ticket, so that other reads find a thread in between. */
export async function trySuggestionRule(
  { desk: { suggestions }, search }: Pick<DoorCore, 'desk' | 'search'>,
  rule: SuggestionRule,
  { now, signal }: { now: number; signal: AbortSignal | undefined },
) {
  const counts = { right: 0, wrong: 0, silent: 0 };
  const wrongTicketIds: number[] = [];
  for (const ticketId of suggestions.listClosed(tried)) {
    signal?.throwIfAborted();
    const wanted = { ticketId, viewer: wholeDesk, tickets: ticketsConsidered, articles: 0 };
    const alike = await search.findAlike(wanted);
    const verdict = suggestions.judge(wholeDesk, rule, ticketId, alike.tickets, now);
    if (verdict === undefined) continue;
    counts[verdict] += 1;
    if (verdict === 'wrong' && wrongTicketIds.length < shownWrong) wrongTicketIds.push(ticketId);
  }
  const suggested = counts.right + counts.wrong;
  return { tickets: suggested + counts.silent, suggested, right: counts.right, wrongTicketIds };
}
