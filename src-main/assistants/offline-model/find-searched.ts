import { findCodes, findQuoted, hideQuoted } from './facts.ts';
import { findTopic } from './free-text.ts';
import { isRow, type Row } from './rows.ts';
import type { Clause } from './read-request.ts';
import type { Scene } from './scene.ts';
import { namePersons } from './who-is-meant.ts';

const isNeeded = /(?<!\bnot |n't )\b(?:need|want|require)s?\b|(?:'d|\bwould) like\b/i;
/** Such words say nothing of what to look for. */
const vague =
  /^(?:(?:it|is|are|this|that|them|these|those|one|ones|say|says|said|tell|to|do|about|covers?|helps?|can|fits?|me|him|her|us|with|for|on|exists?|there|any|anything|something|fix|solve|solving|fixing|the|problem|issue|matter|case|error|message|same|thing|topic|so|be|done|known|already|before|please|how|what|which|in|detail|text|full|steps?|would|could|might|may|applies|apply|fix(?:es)?|solves?|helpful|relevant|useful|match(?:es)?|suits?|causes?|caused|happens?|happening|ticket|tickets|incident|her|him|user|problem|article|too|also|as|well)\b\s*)*$/i;

/** What is done with something says little without it. */
const bareVerb =
  /^(?:connect|install|use|set (?:it )?up|configure|get started|log in|sign in|do (?:it|that|this)|fix (?:it|that)|solve (?:it|that))$/i;

/** The words that a search is for: those of the request, or what was told beside it where the request only points at that. */
export function findSearched(clause: Clause, scene: Scene): string {
  const background = clause.background;
  if (isNeeded.test(background)) {
    const needed = findTopic(background);
    if (needed !== '' && !vague.test(needed)) return needed;
  }
  const text = namePersons(clause.text, scene);
  const code = findQuoted(text).length > 0 ? undefined : findCode(text);
  if (code !== undefined) return code;
  const topic = findTopic(text);
  if (bareVerb.test(topic)) return earlierTopic(scene, topic, false) ?? topic;
  const record = recordRead(scene);
  const user = record?.['user_name'];
  const names = typeof user === 'string' ? [user, ...user.split(' ')] : [];
  const bare = names.reduce((left, name) => left.replace(name, ''), topic).trim();
  if (!vague.test(bare)) return topic;
  const coded = findCode(background);
  if (coded !== undefined) return coded;
  const told = background === '' ? '' : findTopic(namePersons(background, scene));
  if (told !== '' && !vague.test(told)) return told;
  const summary = record?.['summary'];
  return typeof summary === 'string' && summary !== ''
    ? summary
    : (earlierTopic(
        scene,
        topic,
        /\b(?:it|this|that|them|(?:the|those|these) (?:tickets?|articles?|ones|results?|hits?))\b/i.test(text),
      ) ?? topic);
}

/** Such as a tag or a serial number. */
const findCode = (text: string): string | undefined => findCodes(hideQuoted(text)).find((each) => /\d{3}/.test(each));

/** The ticket that this request had read just before. */
function recordRead({ made, earlier, before }: Scene): Row | undefined {
  const value = before.length === 0 ? undefined : made.slice(earlier).at(-1)?.value;
  return isRow(value) && 'id' in value ? value : undefined;
}

/** "Is there an article about it": what was searched for just before. */
function earlierTopic({ made, earlier }: Scene, topic: string, pointsBack: boolean): string | undefined {
  if (topic === '' && !pointsBack) return undefined;
  const searched = made
    .slice(Math.max(0, earlier - 1))
    .findLast(({ arguments: given }) => typeof given['search'] === 'string' || typeof given['query'] === 'string');
  const words = searched?.arguments['search'] ?? searched?.arguments['query'];
  return typeof words === 'string' && words !== '' ? words : undefined;
}
