import type { SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';
import type { SuggestionRepository } from '../../db/repositories/suggestion-repository.ts';
import type { Viewer } from '../viewer.ts';
import { evaluateRule, isFor, keyOf } from './evaluate-rules.ts';

export type Verdict = 'right' | 'wrong' | 'silent';

/**
 * Whether a rule would have suggested what a ticket has come to have. Undefined where there is nothing to compare with:
 * the rule is not for the ticket, or the ticket has no such value.
 */
export function createJudge({ listFacts, isGivable }: SuggestionRepository) {
  return (
    viewer: Viewer,
    draft: SuggestionRule,
    ticketId: number,
    alike: readonly { readonly id: number; readonly score: number }[],
    now: number,
  ): Verdict | undefined => {
    const rule = { ...draft, id: 0, inactive: false };
    const [ticket] = listFacts(viewer, [ticketId]);
    if (ticket === undefined || !isFor(rule, ticket)) return undefined;
    const { proposes } = rule;
    const value = ticket[proposes];
    if (value === null || String(value).trim() === '') return undefined;
    const scores = new Map(alike.map(({ id, score }) => [id, score]));
    const seen = listFacts(viewer, [...scores.keys()]);
    const matches = seen.map((facts) => ({ ...facts, score: scores.get(facts.id) ?? 0 }));
    const proposal = evaluateRule(rule, { ticket, matches, now, isGivable });
    if (proposal === undefined) return 'silent';
    return keyOf(proposal) === keyOf({ proposes, value }) ? 'right' : 'wrong';
  };
}
