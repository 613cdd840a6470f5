import type { Action } from './actions.ts';
import type { Entity } from './entities.ts';
import { readExampleSentences } from './example-sentences.ts';
import { type Classifier, learn } from './naive-bayes.ts';
import { readFeatures, type Vocabulary } from './sentence-features.ts';

/** What a sentence may ask for, going by the example sentences. */
export interface Intent {
  /** How likely it is, 0 to 1. */
  readonly share: number;
  readonly action: Action | undefined;
  readonly entity: Entity | undefined;
  readonly isOwn: boolean;
  /** It asks for nothing and tells something. */
  readonly tells: boolean;
}

/** What is relied on, whatever else speaks against it. */
const sure = 0.65;
/** What the likeliest alone must be for that. */
const likely = 0.5;

let classify: Classifier | undefined;

/** The likeliest first; together at most 1. */
export function readIntents(sentence: string): Intent[] {
  classify ??= learnExamples();
  return classify(readFeatures(sentence)).map(([label, share]) => ({ ...readLabel(label), share }));
}

function learnExamples(): Classifier {
  const vocabulary: Vocabulary = new Map();
  return learn(
    readExampleSentences().map(({ label, sentence }) => ({ label, features: readFeatures(sentence, vocabulary) })),
  );
}

/** Labels are written as "find ticket" or "find own ticket"; "tell" and "other" are no action. */
function readLabel(label: string): Omit<Intent, 'share'> {
  const words = label.split(' ');
  const isNone = label === 'tell' || label === 'other';
  return {
    action: isNone ? undefined : (words[0] as Action),
    entity: isNone || words.length === 1 ? undefined : (words.at(-1) as Entity),
    isOwn: words.includes('own'),
    tells: label === 'tell',
  };
}

/** How likely what is likeliest is. */
export const likelihood = ([likeliest]: readonly Intent[]): number => likeliest?.share ?? 0;

const sum = (intents: readonly Intent[], fits: (intent: Intent) => boolean): number =>
  intents.reduce((all, intent) => (fits(intent) ? all + intent.share : all), 0);

/** What the likeliest has, if it is relied on: several that have the same count together. */
function relyOn<Trait extends 'action' | 'entity'>(
  intents: readonly Intent[],
  trait: Trait,
): Intent[Trait] | undefined {
  const [likeliest] = intents;
  if (likeliest === undefined || likeliest.share < likely) return undefined;
  return sum(intents, (each) => each[trait] === likeliest[trait]) >= sure ? likeliest[trait] : undefined;
}

export const sureAction = (intents: readonly Intent[]): Action | undefined => relyOn(intents, 'action');
export const sureEntity = (intents: readonly Intent[]): Entity | undefined => relyOn(intents, 'entity');
export const isSurelyOwn = (intents: readonly Intent[]): boolean => sum(intents, ({ isOwn }) => isOwn) >= sure;
/** How likely it is that it asks for what no tool of a service desk does. */
export const shareOfOther = (intents: readonly Intent[]): number =>
  sum(intents, ({ action, tells }) => action === undefined && !tells);

/** How likely it is that it asks for one certain thing that the tools of a desk do. */
export const shareOfDesk = ([likeliest]: readonly Intent[]): number =>
  likeliest?.action === undefined ? 0 : likeliest.share;

export const shareTold = (intents: readonly Intent[]): number => sum(intents, ({ tells }) => tells);
