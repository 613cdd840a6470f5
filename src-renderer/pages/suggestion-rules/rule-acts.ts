import { createContext } from 'react';
import type { SuggestionRuleView } from '../../../src-shared/api/suggestions.ts';

export interface RuleRow extends SuggestionRuleView {
  /** From 1 on. */
  readonly place: number;
  readonly isLast: boolean;
  /** The names of its types; empty for all. */
  readonly types: readonly string[];
}

interface RuleActs {
  readonly move: (rule: RuleRow, by: -1 | 1) => void;
  readonly switch: (rule: RuleRow, active: boolean) => void;
}

/** What the controls in the rows of rules do. */
export const RuleActs = createContext<RuleActs>({ move: () => undefined, switch: () => undefined });
