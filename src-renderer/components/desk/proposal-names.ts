import type { Suggestible } from '../../../src-shared/domain/suggestion-rules.ts';

/** What can be suggested for a ticket, as its form calls it. */
export const proposalNames: Readonly<Record<Suggestible, string>> = {
  type: 'Type',
  category: 'Category',
  priority: 'Priority',
  team: 'Team',
  agent: 'Agent',
  resolution: 'Resolution',
};
