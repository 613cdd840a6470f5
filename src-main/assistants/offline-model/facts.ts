import { entityOfWord, type Entity } from './entities.ts';

export interface NamedId {
  /** Undefined when only a number was given. */
  readonly entity: Entity | undefined;
  readonly id: number;
}

const numbered =
  /(?:\b([a-z]+)\s+(?:(?:numbers?|no\.?|nr\.?|ids?)(?:\s+(?:is|of|being))?)?\s*[:=]?\s*#?\s*(\d{1,15})\b(?![.,:]\d|\s*(?:hours?|hrs?|h\b|minutes?|mins?\b|%|days?|weeks?|am\b|pm\b|usd\b|eur\b|gbp\b|euros?|dollars?|pounds?)))|#\s*(\d{1,15})\b|(?:^|[([,;:]\s*|[–—-]\s+|\b\d{1,3}\s?(?:h|hrs?|hours?|m|mins?|minutes?)(?:\d\d)?\s+)(\d{3,9})\b(?![.,:]\d|[-/]\d|\s*(?:hours?|hrs?|h\b|minutes?|mins?\b|%|days?|weeks?|am\b|pm\b|usd|eur|gbp|euros?|dollars?|pounds?|gb\b|mb\b|people|users|[+*×x]\s))/gi;
/** Words after which even a large number is none. */
const otherNumbers =
  /^(?:page|cent(?:re|er)s?|code|account|room|version|extension|ext|port|budget|office|windows|floor|po|quantity|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|plus|minus|times|add|up|sum)$/;

/** Words after which a larger number alone is a ticket's. */
const plainNumbers = new Set(
  'show open read get close resolve take grab assign update reopen view check see on to of for about is with and in'.split(
    ' ',
  ),
);

/** Numbers that stand for records: "ticket 12", "#12", "article number 7". */
export function findIds(text: string): NamedId[] {
  const alone = /^\s*(\d{3,15})\s*[?.!]?\s*$/.exec(text)?.[1];
  if (alone !== undefined) return [{ entity: undefined, id: Number(alone) }];
  return [...text.matchAll(numbered)].flatMap(({ 0: found, 1: word, 2: id, 3: marked, 4: apart, index }): NamedId[] => {
    const bare = marked ?? apart;
    if (bare !== undefined) return [{ entity: undefined, id: Number(bare) }];
    const lower = (word ?? '').toLowerCase();
    if (/^(?:number|no|nr|id)$/.test(lower)) return [{ entity: undefined, id: Number(id) }];
    const entity = entityOfWord(lower) ?? (/\bids?\b/i.test(found) ? entityBefore(text.slice(0, index)) : undefined);
    const isMarked = found.includes('#');
    if (entity !== undefined && entity !== 'time') return [{ entity, id: Number(id) }];
    const isPulledUp = lower === 'up' && /\b(?:pull|bring|dig|call|open|look)\s*$/i.test(text.slice(0, index));
    const isPlain =
      plainNumbers.has(lower) || isPulledUp ? Number(id) > 99 : Number(id) > 999 && !otherNumbers.test(lower);
    return isMarked || isPlain ? [{ entity: undefined, id: Number(id) }] : [];
  });
}

/** "The client with the id 5": the kind that was named last, not far before. */
const entityBefore = (text: string): Entity | undefined =>
  text
    .slice(-60)
    .match(/\p{L}+/gu)
    ?.map(entityOfWord)
    .findLast((entity) => entity !== undefined && entity !== 'time');

/** Further ids of a list: "suggestions 3, 4 and 7". */
export function findIdsAfter(word: string, text: string): number[] {
  const list = new RegExp(
    `\\b${word}s?\\b(?:\\s+(?!(?:ids?|and|to|for|on|of|from|in|at|with|about|by)\\b)[a-z]+)?\\s*(?:ids?|numbers?)?\\s*#?((?:\\d+(?:\\s*(?:,|and|&)\\s*#?)?)+)`,
    'i',
  ).exec(text);
  if (list !== null) return (list[1]?.match(/\d+/g) ?? []).map(Number);
  const later = new RegExp(`\\b${word}s?\\b[^.?!]{0,25}?\\bids?\\b\\s*#?(\\d+)`, 'i').exec(text)?.[1];
  return later === undefined ? [] : [Number(later)];
}

export const findEmails = (text: string): string[] =>
  text.match(/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu) ?? [];

export const findUrls = (text: string): string[] => text.match(/https?:\/\/[^\s<>"']+[^\s<>"'.,;)]/g) ?? [];

const quotes =
  /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<![\p{L}\p{N}])'([^']{2,}?)'(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])‘([^’]{2,}?)’(?![\p{L}\p{N}])|`([^`]+)`/gu;

export const findQuoted = (text: string): string[] =>
  [...text.matchAll(quotes)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');

/** With what was quoted replaced by as many dots, so that places stay where they are. */
export const hideQuoted = (text: string): string => text.replaceAll(quotes, (quoted) => '·'.repeat(quoted.length));

const numberWords: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, 'twenty-five': 25, thirty: 30, forty: 40, 'forty-five': 45 },
  ...{ fifty: 50, sixty: 60, ninety: 90, half: 0.5, couple: 2 },
};
const amount = `(\\d{1,6}(?:[.,]\\d{1,6})?|${Object.keys(numberWords)
  .filter((word) => word.length > 2)
  .join('|')}|an?)`;
const unit = '(hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|days?)';
const clockHours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const clock = `((?:half past |(?:a )?quarter (?:past|to) )?(?:\\d{1,2}(?:[:.][0-5]\\d)?|${clockHours.join('|')})(?: ?[ap]m)?(?: o'clock)?)`;

/** Seconds since midnight: "half past eleven". */
function readClock(text: string): number {
  const lower = text.toLowerCase();
  const [, hours = '', minutes = '0'] = /(\d{1,2})(?:[:.](\d\d))?/.exec(lower) ?? [];
  const hour = hours === '' ? clockHours.findIndex((word) => lower.includes(word)) + 1 : Number(hours);
  const part = lower.startsWith('half') ? 30 : !lower.includes('quarter') ? 0 : lower.includes(' to ') ? -15 : 15;
  return (hour + (lower.endsWith('pm') && hour < 12 ? 12 : 0)) * 3600 + (Number(minutes) + part) * 60;
}

const halfDay = 43_200;
const spans: readonly (readonly [RegExp, (parts: readonly string[]) => number])[] = [
  [
    new RegExp(
      `\\b(?:from|between) ${clock} ?(?:to|till|until|and|-|–) ?${clock}(?![\\w-]|[.:]\\d| (?:hours?|minutes?|mins?)\\b)`,
      'i',
    ),
    ([, from = '', to = '']) => (readClock(to) - readClock(from) + 2 * halfDay) % halfDay,
  ],
  [
    /\b([1-9])\/([2-9]) (?:of an |an )?(?:hours?|hrs?|h)\b/i,
    ([, part, whole]) => (Number(part) / Number(whole)) * 3600,
  ],
  [
    /\b(\d{1,2})\s?h\s?([0-5]\d)(?:\s?(?:min|m))?\b/i,
    ([, hours, minutes]) => Number(hours) * 3600 + Number(minutes) * 60,
  ],
  [/\b(\d{1,2}):([0-5]\d)\s*(?:hours?|hrs?|h)\b/i, ([, hours, minutes]) => Number(hours) * 3600 + Number(minutes) * 60],
  [/\b(?:an |one )?hour and (?:a|one) (half|quarter)\b/i, ([, part]) => (part === 'half' ? 5400 : 4500)],
  [new RegExp(`\\b(?:half an? hour)\\b`, 'i'), () => 1800],
  [/\b(?:a )?quarter of an hour\b/i, () => 900],
  [/\bthree[- ]quarters of an hour\b/i, () => 2700],
  [
    new RegExp(`\\b${amount}[ -]*(?:hours?|hrs?|h)?[ -]+and[ -]+a[ -]+(half|quarter)(?:[ -]*(?:hours?|hrs?))?\\b`, 'i'),
    ([, whole = '', part]) => (readAmount(whole) + (part === 'half' ? 0.5 : 0.25)) * 3600,
  ],
  [
    new RegExp(`\\b${amount}[ -]*(?:hours?|hrs?|h)[ ,]*(?:and )?${amount}[ -]*(?:minutes?|mins?|m)\\b`, 'i'),
    ([, hours = '', minutes = '']) => readAmount(hours) * 3600 + readAmount(minutes) * 60,
  ],
  [
    new RegExp(`\\b(?!am\\b)${amount}[ -]*${unit}\\b`, 'i'),
    ([, many = '', of = '']) => readAmount(many) * secondsOf(of),
  ],
];

/** Seconds, and the words that said so; undefined when none is named. */
export function findDuration(text: string): { readonly seconds: number; readonly said: string } | undefined {
  for (const [pattern, read] of spans) {
    const match = pattern.exec(text);
    if (match !== null) return { seconds: read(match), said: match[0] };
  }
  return undefined;
}

function readAmount(text: string): number {
  return numberWords[text.toLowerCase()] ?? Number(text.replace(',', '.'));
}

function secondsOf(unitName: string): number {
  const first = unitName.toLowerCase()[0];
  return first === 'h' ? 3600 : first === 'm' ? 60 : first === 'd' ? 28_800 : 1;
}

/** Numbers as they stand in the text, with the word after each: "3 laptops". */
export const findNumbers = (
  text: string,
): { readonly value: number; readonly before: string; readonly after: string }[] =>
  [
    ...text.matchAll(
      /(?:\b([\p{L}]+)[\s:=]+)?(?<![\p{L}\p{N}.#]|[\p{L}\p{N}]-)(-?\d+(?:\.\d+)?)(?![\p{L}\p{N}])(?:[\s-]+([\p{L}]+))?/gu,
    ),
  ].map(([, before = '', value, after = '']) => ({
    value: Number(value),
    before: before.toLowerCase(),
    after: after.toLowerCase(),
  }));

/** Codes such as LAP-0042, which name a thing. */
export const findCodes = (text: string): string[] =>
  text.match(/\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\b/g) ?? [];

const nameWord = "\\p{Lu}[\\p{L}'’-]+";
const titled = new RegExp(
  `(?<![\\p{L}])(?:${nameWord})(?:\\s+(?:(?:de|van|von|der|da|di|la|le)\\s+)*${nameWord})*`,
  'gu',
);
const noNames =
  /^(?:I|I'm|I'll|Please|Can|Could|Would|What|Who|Which|Where|When|How|Show|Find|Search|Get|Give|List|Log|Add|Close|Open|Create|Raise|Assign|Look|Tell|Is|Are|Do|Does|The|A|An|And|Then|My|It|Put|Set|Take|Book|Read|Note|Reply|Update|Apply|Check|Incident|Ticket|Service|Request|Problem|Change|Halo|MCP|Order|Restart|Reboot|Reset|Email|New|Pls|Translate|Hand|Remind|Use|Pull|Grab|Report|Run|Execute|Have|Has|Will|Any|All|Hi|Hello|Thanks|Somebody|Someone|Anybody|Anyone|Everybody|Everyone|Nobody|Our|We|They|He|She|His|Her|Their|There|Also|But|So|If|For|From|To|With|At|On|In|As|No|Yes|Not|Kindly|Write|Mark|Resolve|Move|Send|Mail|This|That|These|Those|Some|Only|Just|Now|Never|Escalate|Summarise|Summarize|Draft|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** What looks like the names of people, organisations or things: words that begin with a capital letter, in one piece. */
export function findNames(text: string): string[] {
  return [...text.matchAll(titled)].flatMap(({ 0: found, index }) => {
    if (
      index === 0 &&
      !/\s/.test(found) &&
      /^\S+\s+(?:an?|the|to|for|on|in|and|me|us|this|that|all|it|of|up|by|out|down|off|over|my|our|any|some|whether|if|what|who|which|how)\b/.test(
        text,
      )
    )
      return [];
    const parts = found.replace(/['’]s$/, '').split(/\s+/);
    while (parts[0] !== undefined && noNames.test(parts[0])) parts.shift();
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
}
