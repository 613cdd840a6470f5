import type { Ability, AbilityInput } from '../../../src-shared/domain/abilities.ts';

export const inputNames: Readonly<Record<AbilityInput, string>> = {
  ticket: 'A ticket',
  article: 'An article',
  text: 'A text',
};

/** What becomes of the answer, in a few words. */
export function describeTarget({ input, target }: Pick<Ability, 'input' | 'target'>): string {
  switch (target.to) {
    case 'text':
      return 'Returns the text';
    case 'note':
      return target.public ? 'Adds a public note' : 'Adds a private note';
    case 'field':
      return `Sets the ${target.field} of the ${input}`;
    case 'article':
      return target.inactive ? 'Creates an inactive article' : 'Creates an article';
  }
}
