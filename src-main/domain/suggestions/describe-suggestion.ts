import type { SuggestionRow } from '../../db/repositories/suggestion-repository.ts';

const longest = 160;

/** What it proposes in a few words: "team: Networks". */
export function describeSuggestion({ proposes, valueName, value }: SuggestionRow): string {
  const text = (valueName ?? String(value)).replace(/\s+/g, ' ');
  const characters = Array.from(text);
  const shown = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
  return `${proposes}: ${shown}`;
}

export function describeAgreement({ agreed, considered }: Pick<SuggestionRow, 'agreed' | 'considered'>): string {
  return `${agreed} of ${considered} similar tickets`;
}
