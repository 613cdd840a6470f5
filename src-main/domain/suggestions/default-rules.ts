import type { SuggestionRuleRow } from '../demo/desk-rows.ts';

const usual = { closed_only: 1, last_days: null, auto_apply: 0, inactive: 0 } as const;

/** What a new desk starts with. Types have no rule: another type is another workflow and other promises. */
export const defaultRules: readonly SuggestionRuleRow[] = [
  {
    ...{ id: 1, name: 'Category of similar tickets', sequence: 1, proposes: 'category' },
    ...{ minimum_score: 0.3, minimum_matches: 3, minimum_percent: 60, ...usual },
  },
  {
    ...{ id: 2, name: 'Priority of similar tickets', sequence: 2, proposes: 'priority' },
    ...{ minimum_score: 0.4, minimum_matches: 3, minimum_percent: 75, ...usual },
  },
  {
    ...{ id: 3, name: 'Team of similar tickets', sequence: 3, proposes: 'team' },
    ...{ minimum_score: 0.3, minimum_matches: 3, minimum_percent: 60, ...usual },
  },
  {
    ...{ id: 4, name: 'Agent who solved similar tickets', sequence: 4, proposes: 'agent' },
    ...{ minimum_score: 0.3, minimum_matches: 3, minimum_percent: 60, ...usual },
  },
  {
    // Hardly two notes of different people say it in the same words: one is enough.
    ...{ id: 5, name: 'Resolution of similar tickets', sequence: 5, proposes: 'resolution' },
    ...{ minimum_score: 0.5, minimum_matches: 1, minimum_percent: null, ...usual },
  },
];
