import type { SuggestionRuleView } from '../../../src-shared/api/suggestions.ts';
import type { Suggestible } from '../../../src-shared/domain/suggestion-rules.ts';
import { checkLine } from '../../components/form/checks.ts';
import type { FormWords } from '../../components/form/use-record-form.ts';

/** A rule as its form holds it: shares in percent, null where nothing is written. */
export interface RuleValues {
  readonly name: string;
  readonly proposes: Suggestible;
  readonly typeIds: readonly number[];
  readonly minimumScore: number | null;
  readonly minimumMatches: number | null;
  readonly minimumPercent: number | null;
  readonly closedOnly: boolean;
  readonly lastDays: number | null;
  readonly autoApply: boolean;
  readonly inactive: boolean;
}

export type RuleFields = Omit<SuggestionRuleView, 'id'>;

/** What a new rule starts from: as the category rule of a new desk. */
export const newRule: RuleFields = {
  ...{ name: '', proposes: 'category', typeIds: [], minimumScore: 0.3, minimumMatches: 3, minimumPercent: 60 },
  ...{ closedOnly: true, lastDays: null, autoApply: false, inactive: false },
};

export const ruleWords: FormWords<RuleValues> = {
  labels: {
    name: 'Name',
    proposes: 'Suggests',
    typeIds: 'For tickets of',
    minimumScore: 'Minimum score, in percent',
    minimumMatches: 'Minimum matches',
    minimumPercent: 'Minimum share, in percent',
    closedOnly: 'Only closed tickets count',
    lastDays: 'Not older than, in days',
    autoApply: 'Apply it by itself',
    inactive: 'Inactive',
  },
  checks: {
    name: checkLine(200, 'A rule needs a name.'),
    minimumScore: (value) => checkWhole(value, 0, 100),
    minimumMatches: (value) => checkWhole(value, 1, 30),
    minimumPercent: (value) => (value === null ? undefined : checkWhole(value, 1, 100)),
    lastDays: (value) => (value === null ? undefined : checkWhole(value, 1, 36_500)),
  },
};

export function toValues(rule: RuleFields): RuleValues {
  return { ...rule, minimumScore: Math.round(rule.minimumScore * 100) };
}

/** Undefined while a number is missing or too large. The name does not matter to what a rule suggests. */
export function toRule(values: RuleValues): RuleFields | undefined {
  const { minimumScore, minimumMatches } = values;
  const { minimumScore: score, minimumMatches: matches, minimumPercent, lastDays } = ruleWords.checks ?? {};
  if (minimumScore === null || minimumMatches === null) return undefined;
  const problems = [
    score?.(minimumScore),
    matches?.(minimumMatches),
    minimumPercent?.(values.minimumPercent),
    lastDays?.(values.lastDays),
  ];
  if (problems.some((problem) => problem !== undefined)) return undefined;
  return { ...values, typeIds: [...values.typeIds], minimumScore: minimumScore / 100, minimumMatches };
}

function checkWhole(value: number | null, least: number, most: number): string | undefined {
  const fits = value !== null && Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : `A whole number from ${least} to ${most.toLocaleString('en-GB')}.`;
}
