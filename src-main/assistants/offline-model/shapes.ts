import { findCodes, findDuration, findIds, findNumbers, findUrls, hideQuoted } from './facts.ts';
import { findMoments } from './find-dates.ts';
import type { Parameter } from './parameters.ts';

/** Values that are known by their looks: paths, repositories, channels, time zones, currencies, codes. */
const slug = /(?<![\w/.@:-])([\w-]+)\/([\w-]+)(?![\w/]|\.\w)/;
const paths =
  /(?<![\w/@:.])(?:~|\.{1,2}|[A-Za-z]:)?[\\/][\w.\\/ -]*[\w/\\]|(?<![\w/@:])(?:[\w.-]+\/)+[\w.-]+|(?<![\w/@:.])[\w-]+(?:\.[\w-]+)*\.(?:txt|md|json|ya?ml|csv|tsv|log|ini|conf|cfg|xml|html?|css|[jt]sx?|py|sh|ps1|docx?|xlsx?|pptx?|pdf|png|jpe?g|zip|sql|env|toml)\b/;
const zone =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Z]\w+(?:\/\w+)?\b|\b(?:UTC|GMT|CET|EST|PST)\b/;
const channel = /(?<![\w#])#[a-z][\w-]*/i;
const channelNamed = /\b(?:the\s+)?([a-z][\w-]*)\s+channel\b|\bchannel\s+([a-z][\w-]*)/i;
const currency =
  /\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|SGD|HKD|KRW|TRY)\b/gi;
const spokenCurrency: readonly (readonly [RegExp, string])[] = [
  [/\b(?:us |american )?dollars?\b|\$/i, 'USD'],
  [/\beuros?\b|€/i, 'EUR'],
  [/\b(?:british )?pounds?(?: sterling)?\b|£|\bquid\b/i, 'GBP'],
  [/\byen\b|¥/i, 'JPY'],
  [/\bswiss francs?\b/i, 'CHF'],
];
const login = /(?<![\w@.])[a-z]+[._][a-z]+(?:[._][a-z]+)*(?![\w@.]*@)(?!\.\w)/i;
const domain = /(?<![\w@./-])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[\w-]+\.)+[a-z]{2,})\b(?![\w@])/i;

/** What the text says for an argument that its looks tell; undefined when the argument has no such looks. */
export function findShaped(text: string, { words, description, format }: Parameter): string | undefined {
  if (format === 'uri' || words.some((word) => /^(?:url|uri|link|website)$/.test(word))) return findUrls(text)[0];
  const last = words.at(-1) ?? '';
  const told = description.toLowerCase();
  const is = (...names: readonly string[]): boolean => words.some((word) => names.includes(word));
  if (is('owner', 'org', 'organization', 'organisation')) return slug.exec(hideQuoted(text))?.[1];
  if (is('repo', 'repository', 'project')) {
    const [all, , name] = slug.exec(hideQuoted(text)) ?? [];
    return /owner\/|full name/.test(told) ? all : name;
  }
  if (is('path', 'file', 'filename', 'directory', 'folder', 'dir', 'filepath', 'source', 'destination')) {
    const found = [...hideQuoted(text).matchAll(new RegExp(paths, 'g'))].map(([path]) =>
      path.trim().replace(/[.,;]+$/, ''),
    );
    return last === 'destination' ? (found[1] ?? found[0]) : found[0];
  }
  if (is('timezone', 'tz') || (is('time') && is('zone'))) return zone.exec(text)?.[0];
  if (is('channel')) return channel.exec(text)?.[0] ?? namedChannel(text);
  if (is('currency') || /\bcurrency\b/.test(told)) return pickOfTwo(currencies(text), words, told);
  if (is('username', 'login', 'account', 'samaccountname')) return login.exec(text)?.[0];
  if (is('domain', 'hostname', 'fqdn', 'host', 'ip')) return domain.exec(text)?.[0] ?? findCodes(text)[0];
  if (last === 'name' && words.length > 1) return findCode(text);
  if (/^(?:id|key|ref|reference|code|number|no|sku|serial|tag)$/.test(last)) return findCode(text);
  return undefined;
}

const namedChannel = (text: string): string | undefined => {
  const found = channelNamed.exec(text);
  return found?.[1] ?? found?.[2];
};

/** A code with letters and digits, such as ORD-8841. */
const findCode = (text: string): string | undefined =>
  findCodes(text)[0] ?? /\b[a-z]{1,6}-\d{2,}(?:-\w+)*\b/i.exec(text)?.[0];

function currencies(text: string): string[] {
  const codes = [...text.matchAll(currency)].map(({ 0: code, index }) => ({ code: code.toUpperCase(), index }));
  const spoken = spokenCurrency.flatMap(([pattern, code]) => {
    const at = pattern.exec(text)?.index;
    return at === undefined || codes.some((each) => each.code === code) ? [] : [{ code, index: at }];
  });
  return [...codes, ...spoken].toSorted((a, b) => a.index - b.index).map(({ code }) => code);
}

/** What is converted from is said first, as a rule. */
function pickOfTwo(found: readonly string[], words: readonly string[], told: string): string | undefined {
  const isTarget = words.some((word) => /^(?:to|target|destination)$/.test(word)) || /\btarget\b/.test(told);
  const distinct = [...new Set(found)];
  return isTarget ? distinct[1] : distinct[0];
}

/** "From London to Paris", where two arguments are the two ends of something. */
export function findEnd(text: string, { words }: Parameter): string | undefined {
  const isFrom = words.some((word) => /^(?:from|origin|source|departure)$/.test(word));
  const isTo = words.some((word) => /^(?:to|destination|target|arrival)$/.test(word));
  if (!isFrom && !isTo) return undefined;
  const end = '([^,.;?!]+?)(?=\\s+(?:to|from|on|at|for|by|with|in|tomorrow|today|next|and|please)\\b|[,.;?!]|$)';
  return new RegExp(`\\b${isFrom ? 'from' : '(?:to|into)'}\\s+${end}`, 'i').exec(hideQuoted(text))?.[1]?.trim();
}

/** The one number that nothing else accounts for: no record, no time, no day. */
export function findLoneNumber(text: string, now: number): number | undefined {
  const hidden = hideQuoted(text);
  if (findMoments(hidden, now, true).length > 0) return undefined;
  const ids = new Set(findIds(hidden).map(({ id }) => id));
  const without = hidden.replace(findDuration(hidden)?.said ?? '', ' ');
  const numbers = findNumbers(without).filter(({ value }) => !ids.has(value));
  return numbers.length === 1 ? numbers[0]?.value : undefined;
}
