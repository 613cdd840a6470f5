import { proposalNames } from '../../components/desk/proposal-names.ts';
import { formatNumber } from '../../components/format-number.ts';
import { formatPercent } from '../../components/format-percent.ts';
import type { RuleFields } from './rule-words.ts';

/** What a rule does, as sentences. */
export function describeRule(rule: RuleFields): string {
  const { proposes, minimumScore, minimumMatches, minimumPercent, closedOnly, lastDays, autoApply } = rule;
  const age =
    lastDays === null ? '' : lastDays === 1 ? ' of the last day' : ` of the last ${formatNumber(lastDays)} days`;
  const counted = `${closedOnly ? 'closed ' : ''}tickets${age} that are at least ${formatPercent(minimumScore)} alike`;
  const what = proposalNames[proposes].toLowerCase();
  const one = `at least one of them has ${what === 'agent' ? 'an' : 'a'}`;
  const agree = minimumMatches === 1 ? one : `at least ${minimumMatches} of them have the same`;
  const share = minimumPercent === null ? '' : `, and those are at least ${minimumPercent} % of all of them`;
  const end = autoApply ? 'it is applied as soon as it is found.' : 'it is suggested.';
  return `Looks at ${counted}. When ${agree} ${what}${share}, ${end}`;
}
