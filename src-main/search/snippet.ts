import { isStopWord } from './stop-words.ts';
import type { Part } from './plan.ts';
import { fold, stemOf, tokenize } from './tokens.ts';

export interface Excerpt {
  readonly text: string;
  /** The words of the text that stand for each part found in it. */
  readonly words: ReadonlyMap<Part, string>;
}

const longestSnippet = 240;
const searchedCharacters = 20_000;

/** Takes the marks of Markdown and HTML out of a text and joins its lines. */
function plain(text: string): string {
  return (
    text
      .replace(/<\/?[a-zA-Z!][^<>]{0,300}>/g, ' ')
      .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
      .replace(/&nbsp;/g, ' ')
      .replace(/[*_`~#|]{2,}|(?<!\S)[#>*|-]+(?!\S)|`/g, ' ')
      // eslint-disable-next-line no-control-regex -- control characters have no place on a line of results.
      .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
      .trim()
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
}

/** The stretch of a text that has most of the parts; its beginning when it has none. */
export function excerpt(text: string, parts: readonly Part[]): Excerpt {
  const words = new Map<Part, string>();
  const places: Place[] = [];
  if (parts.length > 0) {
    const byStem = new Map<string, Part>();
    for (const part of parts) for (const stem of part.stems) byStem.set(stem, part);
    const typed = parts.filter((part) => part.prefix !== undefined);
    for (const { text: word, start, end } of tokenize(text.slice(0, searchedCharacters))) {
      const part =
        byStem.get(stemOf(word)) ??
        (typed.length > 0 ? typed.find(({ prefix }) => fold(word).startsWith(prefix ?? '')) : undefined);
      if (part === undefined) continue;
      places.push({ start, end, part });
      if (!words.has(part)) words.set(part, word.toLowerCase());
    }
  }
  return { text: cut(text, bestStart(places)), words };
}

function bestStart(places: readonly Place[]): number {
  let best = { start: 0, worth: 0 };
  const within = new Map<Part, number>();
  let worth = 0;
  let right = 0;
  for (const left of places) {
    for (let next = places[right]; next !== undefined && next.end - left.start <= 180; next = places[right]) {
      const count = within.get(next.part) ?? 0;
      if (count === 0) worth += next.part.weight;
      within.set(next.part, count + 1);
      right += 1;
    }
    if (worth > best.worth + 1e-9) best = { start: left.start, worth };
    const count = (within.get(left.part) ?? 1) - 1;
    within.set(left.part, count);
    if (count === 0) worth -= left.part.weight;
  }
  return best.start;
}

/** At most the longest snippet, from a little before `start`, at the borders of words where there are any. */
function cut(text: string, start: number): string {
  let from = start <= 60 ? 0 : start - 40;
  if (from > 0) {
    const space = text.indexOf(' ', from);
    from = space >= 0 && space < start ? space + 1 : start;
  }
  // Marks may take up much of the text; beyond what is looked at here it only gets shorter.
  const shown = plain(text.slice(from, from + 4 * longestSnippet));
  const more = from + 4 * longestSnippet < text.length;
  const before = from > 0 ? '… ' : '';
  if (!more && before.length + shown.length <= longestSnippet) return before + whole(shown);
  const room = longestSnippet - before.length - 2;
  let to = Math.min(room, shown.length);
  const space = shown.lastIndexOf(' ', to);
  if (to < shown.length && space > room / 2) to = space;
  return `${before}${whole(shown.slice(0, to)).trimEnd()} …`;
}

/** Without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/** Whether a text says anything about the parts beyond words that every text has. */
export function worth(words: ReadonlyMap<Part, string>): number {
  let sum = 0;
  for (const [part, word] of words) sum += isStopWord(word) ? 0 : part.weight;
  return sum;
}
