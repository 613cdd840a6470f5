import { stemmer } from 'stemmer';

const wordPattern = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** Words that say nothing of what is wanted. */
const stopWords = new Set(
  `a an and any are as at be been being but by can could did do does doing for from had has have having he her here hers
  him his how i i'd i'll i'm i've if in into is it it's its just kindly let let's may me might mine must my no nor not now
  of off on one or our ours out please shall she should so some such than thank thanks that that's the their them then
  there these they this those to too us was we were what what's whats when where whether which while who whom whose why will
  with would yes yet you your yours about over under up down also only again more most very want need like get got use
  used using uses one first second third last next best top newest latest recent pls`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** In small letters, `snake_case` and `camelCase` taken apart. */
export function splitWords(text: string): string[] {
  const apart = text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
  return (apart.match(wordPattern) ?? []).map((word) => word.toLowerCase().replace('’', "'"));
}

const plus = /(?<=\d)\s*\+\s*(?=\d)|\badd up\b|\badd(?=\s+-?[\d.,]+\s+(?:and|to|plus|with)\s+-?\d)/gi;

const times = /(?<=\d)\s*(?:\*|×|x|times|multiplied by)\s*(?=\d)/gi;

/** Everyday words for what tools are called otherwise. */
const sameAs: Readonly<Record<string, string>> = {
  ...{
    reported: 'raise',
    reboot: 'restart',
    rain: 'weather',
    snow: 'weather',
    snowing: 'weather',
    raining: 'weather',
    forecast: 'weather',
    sunny: 'weather',
    temperature: 'weather',
  },
  ...{ plus: 'sum', total: 'sum', say: 'translate', translation: 'translate', per: 'each' },
  ...{
    bounce: 'restart',
    cycle: 'restart',
    kb: 'knowledge',
    faq: 'knowledge',
    folder: 'directory',
    folders: 'directory',
  },
  ...{ save: 'write', store: 'write', mail: 'email', switch: 'turn', summary: 'summarise', summarize: 'summarise' },
  ...{ missed: 'breach', repo: 'repository', repos: 'repository', meeting: 'event', appointment: 'event' },
  ...{ euros: 'currency', dollars: 'currency', pounds: 'currency', usd: 'currency', eur: 'currency', gbp: 'currency' },
  ...{ forgot: 'reset', forgotten: 'reset', unlock: 'reset', buy: 'order', purchase: 'order' },
};

/** The stems of the words that carry meaning, each once, in order. */
export function meaningOf(text: string): string[] {
  return [
    ...new Set(
      splitWords(text.replaceAll(plus, ' plus ').replaceAll(times, ' multiply '))
        .filter((word) => !stopWords.has(word) && !/^\d+$/.test(word))
        .map((word) => stemmer(sameAs[word] ?? word.replace(/'s$/, ''))),
    ),
  ];
}

/** A text that an object's key or a value of a list may be meant by: how much of it is said in `said`, 0 to 1. */
export function shareSaid(text: string, said: ReadonlySet<string>): number {
  const stems = meaningOf(text);
  if (stems.length === 0) return 0;
  return stems.filter((stem) => said.has(stem)).length / stems.length;
}
