import { stopWords } from './stop-words.ts';
import type { Part } from './plan.ts';
import { type Token, stemOf, tokenize } from './tokens.ts';

export interface Excerpt {
  readonly text: string;
  /** The words of the text that stand for each part found in it. */
  readonly words: ReadonlyMap<Part, string>;
}

export const longestSnippet = 240;
const searchedCharacters = 20_000;

/** Takes the marks of Markdown and HTML out of a text and joins its lines. */
export function plain(text: string): string {
  return text
    .slice(0, searchedCharacters)
    .replace(/<\/?[a-zA-Z!][^<>]{0,300}>/g, ' ')
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/[*_`~#|]{2,}|(?<!\S)[#>*`|-]+(?!\S)|`/g, ' ')
    // eslint-disable-next-line no-control-regex -- control characters have no place on a line of results.
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
}

/** The stretch of a text that has most of the parts; its beginning when it has none. */
export function excerpt(text: string, parts: readonly Part[]): Excerpt {
  const flat = plain(text);
  const words = new Map<Part, string>();
  const hits: { token: Token; part: Part }[] = [];
  for (const token of tokenize(flat)) {
    const stem = stemOf(token.folded);
    for (const part of parts) {
      const typed = part.prefix !== undefined && token.folded.startsWith(part.prefix);
      if (!typed && !part.stems.has(stem)) continue;
      hits.push({ token, part });
      if (!words.has(part)) words.set(part, token.text.toLowerCase());
    }
  }
  return { text: cut(flat, bestStart(hits)), words };
}

function bestStart(hits: readonly { token: Token; part: Part }[]): number {
  let best = { start: 0, worth: 0 };
  const within = new Map<Part, number>();
  let worth = 0;
  let right = 0;
  for (const left of hits) {
    while (right < hits.length && (hits[right]?.token.end ?? 0) - left.token.start <= longestSnippet - 40) {
      const part = hits[right]?.part;
      if (part !== undefined) {
        const count = within.get(part) ?? 0;
        if (count === 0) worth += part.weight;
        within.set(part, count + 1);
      }
      right += 1;
    }
    if (worth > best.worth + 1e-9) best = { start: left.token.start, worth };
    const count = (within.get(left.part) ?? 1) - 1;
    within.set(left.part, count);
    if (count === 0) worth -= left.part.weight;
  }
  return best.start;
}

/** At most the longest snippet from a little before `start`, at the borders of words where there are any. */
function cut(text: string, start: number): string {
  if (text.length <= longestSnippet) return text;
  let from = Math.max(0, Math.min(start - 40, text.length - longestSnippet + 2));
  if (from > 0) {
    const space = text.indexOf(' ', from);
    from = space >= 0 && space < start ? space + 1 : Math.min(from, start);
  }
  const room = longestSnippet - (from > 0 ? 2 : 0);
  if (text.length - from <= room) return (from > 0 ? '… ' : '') + whole(text.slice(from));
  let to = from + room - 2;
  const space = text.lastIndexOf(' ', to);
  if (space > from + room / 2) to = space;
  return `${from > 0 ? '… ' : ''}${whole(text.slice(from, to)).trimEnd()} …`;
}

/** Without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/** Whether a text says anything about the parts beyond words that every text has. */
export function worth(words: ReadonlyMap<Part, string>): number {
  let sum = 0;
  for (const [part, word] of words) sum += stopWords.has(word) ? 0 : part.weight;
  return sum;
}
