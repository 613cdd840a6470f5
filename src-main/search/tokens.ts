import { stem } from './porter.ts';

export interface Token {
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits text as the index does (letters, digits and marks make words), at most `limit` words. */
export function tokenize(text: string, limit = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  // A combining mark without a letter before it starts no word; the index sees none there either.
  const pattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
  for (let match = pattern.exec(text); match !== null && tokens.length < limit; match = pattern.exec(text)) {
    tokens.push({ text: match[0], start: match.index, end: pattern.lastIndex });
  }
  return tokens;
}

/** The words alone; most texts are plain ASCII, where a simpler pattern finds the same several times faster. */
export function wordsOf(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- asks for plain ASCII, control characters included.
  const plain = /^[\x00-\x7f]*$/.test(text);
  return text.match(plain ? /[A-Za-z0-9]+/g : /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu) ?? [];
}

/** Lower case, without accents: two spellings that the index takes for one word. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // eslint-disable-next-line no-control-regex -- plain ASCII needs no normalisation, and most words are that.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

const stems = new Map<string, string>();

/** The stem of a word, folded or as written; remembered, since texts repeat their words. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 50_000) stems.clear();
  const result = stem(fold(word));
  stems.set(word, result);
  return result;
}
