import {
  type Ability,
  abilityPlaces,
  articleFieldTargets,
  commonPlaces,
  isSeenByUsers,
  listKnownPlaces,
  listModelFreeRules,
  ticketFieldTargets,
} from './abilities.ts';
import { findTemplateTrouble, listPlacesOf } from './ability-template.ts';

type Troubles = { readonly [Name in keyof Ability]?: string };

/** Names that a tool's parameters have already. */
const taken = ['ticket_id', 'article_id', 'text', ...Object.keys(commonPlaces)];

/** What is wrong with an ability, each as a sentence by the part that it is about. Empty when all is well. */
export function findAbilityTroubles(ability: Ability): Troubles {
  const found: { [Name in keyof Ability]: string | undefined } = {
    ...none,
    name: ability.name.trim() === '' ? 'An ability needs a name.' : undefined,
    prompt: findPromptTrouble(ability),
    parameters: findParameterTrouble(ability),
    target: findTargetTrouble(ability),
    privateNotes:
      ability.privateNotes && isSeenByUsers(ability)
        ? 'What it writes can be seen by users, so it may not read private notes.'
        : undefined,
    withoutModel: listModelFreeRules(ability).includes(ability.withoutModel)
      ? undefined
      : 'This rule does not make what the ability writes. Choose another.',
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== undefined));
}

const none = {
  ...{ about: undefined, input: undefined, connectionId: undefined, model: undefined },
  ...{ mostCharacters: undefined, mostTokens: undefined, seconds: undefined, inactive: undefined },
};

function findPromptTrouble(ability: Ability): string | undefined {
  const { prompt, input } = ability;
  if (prompt.trim() === '') return 'An ability needs a prompt.';
  const trouble = findTemplateTrouble(prompt, listKnownPlaces(ability));
  if (trouble !== undefined) return trouble;
  const own = Object.keys(abilityPlaces[input]);
  if (listPlacesOf(prompt).some((place) => own.includes(place))) return undefined;
  return `The prompt says nothing of the ${input}. Put in a place such as {{${own[input === 'text' ? 0 : 1]}}}.`;
}

function findParameterTrouble({ parameters }: Ability): string | undefined {
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `There are two parameters named ${twice}.`;
  const reserved = names.find((name) => taken.includes(name));
  if (reserved !== undefined) return `A parameter cannot be named ${reserved}: that is something else already.`;
  return undefined;
}

function findTargetTrouble({ input, target }: Ability): string | undefined {
  if (target.to === 'note' && input !== 'ticket') return 'Only a ticket can be given a note.';
  if (target.to !== 'field') return undefined;
  if (input === 'text') return 'A text has no fields. Choose to return the text or to create an article.';
  const fields: readonly string[] = input === 'ticket' ? ticketFieldTargets : articleFieldTargets;
  if (fields.includes(target.field)) return undefined;
  return `${input === 'ticket' ? 'A ticket' : 'An article'} has no ${target.field} to write to. Choose one of: ${fields.join(', ')}.`;
}
