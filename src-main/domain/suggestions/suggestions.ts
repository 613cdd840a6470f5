import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createSuggestionRepository, type SuggestionRow } from '../../db/repositories/suggestion-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { Occasion } from '../tickets/act-on-ticket.ts';
import type { Tickets } from '../tickets/tickets.ts';
import type { Viewer } from '../viewer.ts';
import { createApplyToTicket } from './apply-to-ticket.ts';
import { describeSuggestion } from './describe-suggestion.ts';
import { hasValue, type NumberedRule, type TicketFacts } from './evaluate-rules.ts';
import { createRefresh } from './refresh-suggestions.ts';
import { createStaysWithin } from './stays-within.ts';
import { createRuleTrial } from './try-rule.ts';

export type { SuggestionRow };

/**
 * What similar tickets suggest for a ticket. It is shown to agents who can see all tickets that were counted: those that
 * agree, and the others, whose number would tell of them.
 */
export function createSuggestions(
  connection: Connection,
  tickets: Tickets,
  records: RecordEditing,
  listRules: () => NumberedRule[],
) {
  const suggestions = createSuggestionRepository(connection);
  const applyToTicket = createApplyToTicket(tickets, records);
  const staysWithin = createStaysWithin(tickets);

  const canApply = (row: SuggestionRow, ticket: TicketFacts): boolean =>
    !hasValue(ticket, row) && (typeof row.value === 'string' || suggestions.isGivable(row.proposes, row.value));

  /**
   * Those that can be applied: nothing that the ticket has got in another way meanwhile, that it may not have, or that
   * would take it out of the viewer's limits.
   */
  const listOpen = (viewer: Viewer, ticketId: number): SuggestionRow[] => {
    if (viewer.audience !== 'agents') return [];
    const rows = suggestions.listOfTicket(ticketId).filter(({ state }) => state === 'open');
    const [ticket] = rows.length === 0 ? [] : suggestions.listFacts(viewer, [ticketId]);
    if (ticket === undefined) return [];
    const open = rows.filter((row) => canApply(row, ticket) && staysWithin(viewer, ticket, row));
    const named = open.flatMap(({ counted }) => counted);
    const seen = new Set(suggestions.listFacts(viewer, named).map(({ id }) => id));
    return open.filter(({ counted }) => counted.every((id) => seen.has(id)));
  };

  const choose = (viewer: Viewer, ticketId: number, ids: readonly number[]): SuggestionRow[] => {
    tickets.get(viewer, ticketId);
    const open = listOpen(viewer, ticketId);
    const missing = ids.find((id) => !open.some((row) => row.id === id));
    if (missing === undefined) return open.filter(({ id }) => ids.includes(id));
    const others = open.map((row) => `${row.id} (${describeSuggestion(row)})`).join(', ');
    throw new AppError(
      'conflict',
      `Suggestion ${missing} is not open for ticket ${ticketId}. ` +
        (others === '' ? 'It has no open suggestions.' : `Open are: ${others}.`),
    );
  };

  const decide = (rows: readonly SuggestionRow[], state: 'applied' | 'dismissed', { by, at }: Occasion): void => {
    for (const { id } of rows) suggestions.decide(id, state, by.name, at);
  };

  /** All of them or, when it throws, none; says which were applied. */
  const apply = (viewer: Viewer, ticketId: number, ids: readonly number[], occasion: Occasion): SuggestionRow[] => {
    const chosen = choose(viewer, ticketId, ids);
    applyToTicket(viewer, ticketId, chosen, occasion);
    decide(chosen, 'applied', occasion);
    return chosen;
  };

  return {
    listOpen,
    apply,
    dismiss(viewer: Viewer, ticketId: number, ids: readonly number[], occasion: Occasion): SuggestionRow[] {
      const chosen = choose(viewer, ticketId, ids);
      decide(chosen, 'dismissed', occasion);
      return chosen;
    },
    /** What the matched tickets hold, as far as the viewer can see them. */
    listFacts: suggestions.listFacts,
    trial: createRuleTrial(suggestions),
    refresh: createRefresh({ listRules, suggestions, listOpen, apply }),
  };
}
