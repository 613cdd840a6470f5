import type { Suggestible, SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';

/** What rules look at in a ticket. Ids are of the ticket's type, category and so on. */
export interface TicketFacts {
  readonly id: number;
  readonly closed: 0 | 1;
  /** Epoch milliseconds UTC. */
  readonly openedAt: number;
  readonly type: number;
  readonly category: number | null;
  readonly priority: number;
  readonly team: number | null;
  readonly agent: number | null;
  /** The closure note; empty without one. */
  readonly resolution: string;
}

export interface Match extends TicketFacts {
  /** 0 to 1. */
  readonly score: number;
}

export interface NumberedRule extends SuggestionRule {
  readonly id: number;
}

export interface Proposal {
  readonly ruleId: number;
  readonly proposes: Suggestible;
  /** An id, or the text of a resolution. */
  readonly value: number | string;
  /** The mean of those that agree. */
  readonly score: number;
  /** So many agree of those that the rule counts. */
  readonly agreed: number;
  readonly considered: number;
  /** Those that agree, the most similar first. */
  readonly evidence: readonly number[];
  /** All that the rule counts. */
  readonly counted: readonly number[];
}

export interface Situation {
  readonly ticket: TicketFacts;
  readonly matches: readonly Match[];
  /** Epoch milliseconds UTC. */
  readonly now: number;
  /** Whether a ticket may be given the value: no inactive type or team, no disabled agent. */
  readonly isGivable: (proposes: Suggestible, id: number) => boolean;
}

const dayLength = 86_400_000;

/**
 * What similar tickets suggest for a ticket. Of the rules for the same thing the first that finds enough agreement
 * decides, also when the ticket has that value already and nothing is suggested.
 */
export function evaluateRules(rules: readonly NumberedRule[], situation: Situation): Proposal[] {
  const decided = new Set<Suggestible>();
  return rules.flatMap((rule) => {
    if (decided.has(rule.proposes) || !isFor(rule, situation.ticket)) return [];
    const proposal = evaluateRule(rule, situation);
    if (proposal === undefined) return [];
    decided.add(rule.proposes);
    return hasValue(situation.ticket, proposal) ? [] : [proposal];
  });
}

/** Whether the ticket has it already; of a closed ticket nobody looks for a resolution. */
export function hasValue(ticket: TicketFacts, { proposes, value }: Pick<Proposal, 'proposes' | 'value'>): boolean {
  return proposes === 'resolution' ? ticket.closed === 1 : ticket[proposes] === value;
}

/** Resolutions are the same when they differ in case and white space alone. */
export function keyOf({ proposes, value }: Pick<Proposal, 'proposes' | 'value'>): string {
  return `${proposes} ${String(value).trim().replace(/\s+/g, ' ').toLowerCase()}`;
}

export function isFor(rule: NumberedRule, ticket: TicketFacts): boolean {
  return !rule.inactive && (rule.typeIds.length === 0 || rule.typeIds.includes(ticket.type));
}

/** What one rule finds, whatever the ticket has; the ticket itself never counts. */
export function evaluateRule(
  rule: NumberedRule,
  { ticket, now, isGivable, ...situation }: Situation,
): Proposal | undefined {
  const { proposes, minimumScore, closedOnly, lastDays } = rule;
  const counted = situation.matches
    .filter(
      ({ id, score, closed, openedAt }) =>
        id !== ticket.id &&
        score >= minimumScore &&
        (!closedOnly || closed === 1) &&
        (lastDays === null || openedAt >= now - lastDays * dayLength),
    )
    .sort((one, other) => other.score - one.score || one.id - other.id);
  const groups = new Map<string, { value: number | string; members: Match[] }>();
  for (const match of counted) {
    const value = match[proposes];
    if (value === null || (typeof value === 'string' && value.trim() === '')) continue;
    if (typeof value === 'number' && !isGivable(proposes, value)) continue;
    const key = keyOf({ proposes, value });
    const group = groups.get(key) ?? { value, members: [] };
    group.members.push(match);
    groups.set(key, group);
  }
  // A stable sort: where as many agree on two values, that of the most similar ticket leads.
  const [leader] = [...groups.values()].sort((one, other) => other.members.length - one.members.length);
  if (leader === undefined) return undefined;
  const { value, members } = leader;
  const share = (members.length * 100) / counted.length;
  if (members.length < rule.minimumMatches || share < (rule.minimumPercent ?? 0)) return undefined;
  const mean = members.reduce((sum, { score }) => sum + score, 0) / members.length;
  return {
    ruleId: rule.id,
    proposes,
    value,
    score: Math.round(mean * 10_000) / 10_000,
    agreed: members.length,
    considered: counted.length,
    evidence: members.map(({ id }) => id),
    counted: counted.map(({ id }) => id),
  };
}
