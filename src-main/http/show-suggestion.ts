import type { SuggestionView } from '../../src-shared/api/suggestions.ts';
import type { SuggestionRow } from '../domain/suggestions/suggestions.ts';
import { optional } from './row-values.ts';

export function showSuggestion(row: SuggestionRow): SuggestionView {
  const { id, proposes, value, valueName, ruleId, ruleName, score, agreed, considered, evidence } = row;
  return {
    ...{ id, proposes, score, agreed, considered, ticketIds: [...evidence] },
    value: valueName ?? String(value),
    ...optional('valueId', typeof value === 'number' ? value : undefined),
    ...optional('rule', ruleId === null ? undefined : { id: ruleId, name: ruleName ?? '' }),
  };
}
