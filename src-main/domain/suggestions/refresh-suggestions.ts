import type { SuggestionRepository, SuggestionRow } from '../../db/repositories/suggestion-repository.ts';
import type { Occasion } from '../tickets/act-on-ticket.ts';
import type { Viewer } from '../viewer.ts';
import { evaluateRules, keyOf, type NumberedRule, type Proposal } from './evaluate-rules.ts';

interface Sources {
  readonly listRules: () => NumberedRule[];
  readonly suggestions: SuggestionRepository;
  readonly listOpen: (viewer: Viewer, ticketId: number) => SuggestionRow[];
  readonly apply: (viewer: Viewer, ticketId: number, ids: readonly number[], occasion: Occasion) => unknown;
}

export interface Refreshing {
  /** Epoch milliseconds UTC. */
  readonly at: number;
  /** Whether rules that apply what they find may do so. */
  readonly mayApply: boolean;
  /** Runs what writes in a change set; it is not called when nothing has changed. */
  readonly write: <T>(work: () => T) => T;
}

interface Plan {
  readonly wanted: readonly Proposal[];
  readonly added: readonly Proposal[];
  readonly kept: readonly { readonly row: SuggestionRow; readonly proposal: Proposal }[];
  readonly expired: readonly SuggestionRow[];
}

const everywhere: Viewer = { audience: 'agents', seesPrivate: false, tickets: { kind: 'all' } };

/**
 * Brings a ticket's suggestions up to date with the tickets that match it now. What was applied or dismissed is not
 * suggested again. What rests on tickets that the viewer cannot see is left to those who can.
 */
export function createRefresh({ listRules, suggestions, listOpen, apply }: Sources) {
  const isWithinSight = (viewer: Viewer, counted: readonly number[]): boolean =>
    suggestions.listFacts(viewer, counted).length === suggestions.listFacts(everywhere, counted).length;

  const plan = (viewer: Viewer, ticketId: number, proposals: readonly Proposal[]): Plan => {
    const rows = suggestions.listOfTicket(ticketId);
    const decided = new Set(rows.filter(({ state }) => state === 'applied' || state === 'dismissed').map(keyOf));
    const wanted = proposals.filter((proposal) => !decided.has(keyOf(proposal)));
    const open = rows.filter(({ state, counted }) => state === 'open' && isWithinSight(viewer, counted));
    const matched = wanted.map((proposal) => ({
      proposal,
      row: open.find((row) => keyOf(row) === keyOf(proposal)),
    }));
    const kept = matched.flatMap(({ proposal, row }) => (row === undefined ? [] : [{ proposal, row }]));
    return {
      wanted,
      added: matched.flatMap(({ proposal, row }) => (row === undefined ? [proposal] : [])),
      kept: kept.filter(({ proposal, row }) => hasChanged(row, proposal)),
      expired: open.filter((each) => !kept.some(({ row }) => row === each)),
    };
  };

  const applyByRule = (viewer: Viewer, ticketId: number, ruled: ReadonlySet<number>, at: number): void => {
    for (const { id, ruleName, ruleId } of listOpen(viewer, ticketId)) {
      if (ruleId === null || !ruled.has(ruleId)) continue;
      apply(viewer, ticketId, [id], { by: { agentId: null, userId: null, name: ruleName ?? 'Rule' }, at });
    }
  };

  return (
    viewer: Viewer,
    ticketId: number,
    matches: readonly { readonly id: number; readonly score: number }[],
    { at, mayApply, write }: Refreshing,
  ): SuggestionRow[] => {
    const [ticket] = suggestions.listFacts(viewer, [ticketId]);
    if (ticket === undefined || viewer.audience !== 'agents') return [];
    const scores = new Map(matches.map(({ id, score }) => [id, score]));
    const seen = suggestions.listFacts(viewer, [...scores.keys()]);
    const matched = seen.map((facts) => ({ ...facts, score: scores.get(facts.id) ?? 0 }));
    const rules = listRules();
    const { isGivable } = suggestions;
    const proposals = evaluateRules(rules, { ticket, matches: matched, now: at, isGivable });
    const { wanted, added, kept, expired } = plan(viewer, ticketId, proposals);
    const ruled = new Set(rules.filter(({ autoApply }) => autoApply).map(({ id }) => id));
    const applies = mayApply && wanted.some(({ ruleId }) => ruled.has(ruleId));
    if (added.length + kept.length + expired.length === 0 && !applies) return listOpen(viewer, ticketId);
    return write(() => {
      for (const { id } of expired) suggestions.decide(id, 'expired', 'workbench', at);
      for (const { row, proposal } of kept) suggestions.update(row.id, proposal);
      for (const proposal of added) suggestions.insert(proposal, ticketId, at);
      if (applies) applyByRule(viewer, ticketId, ruled, at);
      return listOpen(viewer, ticketId);
    });
  };
}

function hasChanged(row: SuggestionRow, proposal: Proposal): boolean {
  const of = ({ ruleId, score, evidence, counted }: SuggestionRow | Proposal) =>
    JSON.stringify([ruleId, score, evidence, counted]);
  return of(row) !== of(proposal);
}
