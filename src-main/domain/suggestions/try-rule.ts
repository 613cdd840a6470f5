import type { SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';
import type { SuggestionRepository } from '../../db/repositories/suggestion-repository.ts';
import type { Viewer } from '../viewer.ts';
import { evaluateRule, isFor, keyOf, type Match, type Proposal, type TicketFacts } from './evaluate-rules.ts';

/** What a rule would have said about a ticket, beside what the ticket has come to have. */
export type Judgement =
  | { readonly verdict: 'silent' }
  | {
      readonly verdict: 'right' | 'wrong';
      readonly proposal: Proposal;
      readonly suggested: string;
      readonly actual: string;
    };

/** So many of the tickets closed last are looked through for those that a rule is for. */
const mostSifted = 2_000;
const siftedAtOnce = 200;

/** Tries a rule on tickets whose end is known. */
export function createRuleTrial({ listClosed, listFacts, isGivable, nameOf }: SuggestionRepository) {
  const numbered = (draft: SuggestionRule) => ({ ...draft, id: 0, inactive: false });

  /** Undefined where there is nothing to compare with: the rule is not for the ticket, or that has no such value. */
  const valueFor = (rule: SuggestionRule, ticket: TicketFacts): number | string | undefined => {
    const value = ticket[rule.proposes];
    if (value === null || String(value).trim() === '' || !isFor(numbered(rule), ticket)) return undefined;
    return value;
  };

  const judge = (
    rule: SuggestionRule,
    ticket: TicketFacts,
    matches: readonly Match[],
    now: number,
  ): Judgement | undefined => {
    const value = valueFor(rule, ticket);
    if (value === undefined) return undefined;
    const proposal = evaluateRule(numbered(rule), { ticket, matches, now, isGivable });
    if (proposal === undefined) return { verdict: 'silent' };
    const actual = { proposes: rule.proposes, value };
    const verdict = keyOf(proposal) === keyOf(actual) ? 'right' : 'wrong';
    return { verdict, proposal, suggested: nameOf(proposal), actual: nameOf(actual) };
  };

  return {
    /** The tickets closed last that the rule is for and that have what it proposes, the latest first. */
    listTickets(viewer: Viewer, rule: SuggestionRule, limit: number): TicketFacts[] {
      const ids = listClosed(mostSifted);
      const found: TicketFacts[] = [];
      for (let from = 0; from < ids.length && found.length < limit; from += siftedAtOnce) {
        const some = ids.slice(from, from + siftedAtOnce);
        const facts = new Map(listFacts(viewer, some).map((ticket) => [ticket.id, ticket]));
        for (const id of some) {
          const ticket = facts.get(id);
          if (ticket !== undefined && valueFor(rule, ticket) !== undefined) found.push(ticket);
        }
      }
      return found.slice(0, limit);
    },

    /** What each of the rules, saved or not, would have said. The ticket itself is no match of its own. */
    judge(
      viewer: Viewer,
      rules: readonly SuggestionRule[],
      ticket: TicketFacts,
      alike: readonly { readonly id: number; readonly score: number }[],
      now: number,
    ): (Judgement | undefined)[] {
      const scores = new Map(alike.map(({ id, score }) => [id, score]));
      const seen = listFacts(viewer, [...scores.keys()]);
      const matches = seen.map((facts) => ({ ...facts, score: scores.get(facts.id) ?? 0 }));
      return rules.map((rule) => judge(rule, ticket, matches, now));
    },
  };
}
