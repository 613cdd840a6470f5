import { findCodes, findQuoted, hideQuoted } from './facts.ts';
import { findTopic } from './free-text.ts';
import type { Clause } from './read-request.ts';
import type { Scene } from './scene.ts';
import { namePersons } from './who-is-meant.ts';

const isNeeded = /\b(?:need|want|require|like)s?\b/i;
/** Such words say nothing of what to look for. */
const vague =
  /^(?:(?:it|this|that|them|these|those|one|ones|say|says|said|tell|to|do|about|covers?|helps?|can|fits?|me|him|her|us|with|for|on|exists?|there|any|anything|something|fix|solve|solving|fixing|the|problem|issue|matter|case|error|message|same|thing|topic|so|be|done|known|already|before|please|how|what|which|in|detail|text|full|steps?)\b\s*)*$/i;

/** What is done with something says little without it. */
const bareVerb =
  /^(?:connect|install|use|set (?:it )?up|configure|get started|log in|sign in|do (?:it|that|this)|fix (?:it|that)|solve (?:it|that))$/i;

/** The words that a search is for: those of the request, or what was told beside it where the request only points at that. */
export function findSearched(clause: Clause, scene: Scene): string {
  const background = clause.background;
  if (isNeeded.test(background)) {
    const needed = findTopic(background);
    if (needed !== '') return needed;
  }
  const text = namePersons(clause.text, scene);
  const [code] = findQuoted(text).length > 0 ? [] : findCodes(hideQuoted(text)).filter((each) => /\d{3}/.test(each));
  if (code !== undefined) return code;
  const topic = findTopic(text);
  if (bareVerb.test(topic)) return earlierTopic(scene, topic) ?? topic;
  if (!vague.test(topic)) return topic;
  const told = background === '' ? '' : findTopic(namePersons(background, scene));
  return told !== '' && !vague.test(told) ? told : (earlierTopic(scene, topic) ?? topic);
}

/** "Is there an article about it": what was searched for just before. */
function earlierTopic({ made, earlier }: Scene, topic: string): string | undefined {
  if (topic === '') return undefined;
  const searched = made
    .slice(Math.max(0, earlier - 1))
    .findLast(({ arguments: given }) => typeof given['search'] === 'string' || typeof given['query'] === 'string');
  const words = searched?.arguments['search'] ?? searched?.arguments['query'];
  return typeof words === 'string' && words !== '' ? words : undefined;
}
