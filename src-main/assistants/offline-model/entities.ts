import { splitWords } from './words.ts';

/** The kinds of thing that requests and tools speak of. */
export type Entity = 'ticket' | 'article' | 'asset' | 'user' | 'agent' | 'client' | 'site' | 'service' | 'time';

/** Words that name the kind, and words of everyday life that often only tell what something is about. */
const words: Readonly<Record<Entity, { readonly sure: string; readonly weak: string }>> = {
  ticket: { sure: 'ticket incident case', weak: 'request issue problem fault call change queue' },
  article: {
    sure: 'article kb knowledge guide faq documentation documents',
    weak: 'instruction solution manual how-to guidance advice tips procedure policy process guideline tutorial walkthrough',
  },
  asset: {
    sure: 'asset device',
    weak: 'laptop computer pc printer server monitor equipment hardware machine serial tag firewall router tablet workstation desktop notebook projector scanner',
  },
  user: { sure: 'user requester', weak: 'person people employee colleague contact somebody staff everyone everybody' },
  agent: { sure: 'agent technician', weak: '' },
  client: { sure: 'client customer company organisation organization', weak: '' },
  site: { sure: 'site', weak: 'location office branch building depot warehouse premises campus showroom surgery' },
  service: { sure: 'catalogue catalog', weak: 'service' },
  time: { sure: 'timesheet', weak: 'time hour minute' },
};

const singular = (word: string): string =>
  word
    .replace(/'s$/, '')
    .replace(/(?:ies)$/, 'y')
    .replace(/([^s])s$/, '$1');

const meanings = new Map<string, { entity: Entity; sure: boolean }>();
for (const [entity, { sure, weak }] of Object.entries(words) as [Entity, (typeof words)[Entity]][]) {
  for (const word of weak.split(' ')) if (word !== '') meanings.set(singular(word), { entity, sure: false });
  for (const word of sure.split(' ')) meanings.set(singular(word), { entity, sure: true });
}

export interface Mention {
  readonly entity: Entity;
  readonly sure: boolean;
}

/** In the order of the text. */
export function readEntities(text: string): Mention[] {
  const kinds = text
    .replaceAll(/\bservice requests?\b/gi, 'ticket')
    .replaceAll(/\bknowledge ?base\b/gi, 'article')
    .replaceAll(/\b(?:any|anything|something|still|what(?:'s| is)) open\b/gi, 'queue');
  return splitWords(kinds).flatMap((word) => mentionOf(word) ?? []);
}

const longer = [...meanings].filter(([word, { sure }]) => sure && word.length > 5);

/** One letter wrong, missing or too many, in a longer word. */
function meanMisspelt(word: string): Mention | undefined {
  if (word.length < 5) return undefined;
  return longer.find(([known]) => isNear(word, known))?.[1];
}

function isNear(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1 || word[0] !== known[0]) return false;
  let same = 0;
  while (same < word.length && word[same] === known[same]) same += 1;
  const rests = [word.slice(same), word.slice(same + 1)];
  return rests.some((rest) => rest === known.slice(same + 1)) || rests[1] === known.slice(same);
}

/** "The agents' article" is an article. */
const owners = /\b(?:agent|user|technician|client|customer|requester)(?:['’]s|s['’])(?=\s)/gi;

/** What the text is mostly about: the first kind that is named, or else what is hinted at; a "printer problem" is a ticket. */
export function mainEntity(text: string): Mention | undefined {
  const owned = readEntities(text.replaceAll(owners, ' '));
  const found = owned.length > 0 ? owned : readEntities(text);
  return found.find(({ sure }) => sure) ?? found.find(({ entity }) => entity === 'ticket') ?? found[0];
}

export function mentionOf(word: string): Mention | undefined {
  const one = singular(word.toLowerCase());
  return meanings.get(one) ?? meanMisspelt(one);
}

export const entityOfWord = (word: string): Entity | undefined => mentionOf(word)?.entity;
