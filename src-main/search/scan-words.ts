/** What a code point is to the index: part of no word, the beginning or middle of one, or the middle only. */
const separator = 1;
const letter = 2;
const mark = 3;

/** By code point; 0 where nobody has asked yet. */
const known = new Uint8Array(0x11_00_00);

function kindOf(point: number): number {
  let kind = known[point] ?? separator;
  if (kind === 0) {
    const text = String.fromCodePoint(point);
    kind = /[\p{L}\p{N}\p{Co}]/u.test(text) ? letter : /\p{M}/u.test(text) ? mark : separator;
    known[point] = kind;
  }
  return kind;
}

/** Any first letters; so many of a word are looked at before it is read. */
const letters = 37;
export const beginnings = letters ** 3;

/** The first three characters of a word of plain ASCII as one number, with 0 for those that it lacks. */
function rankOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  return code >= 48 && code <= 57 ? code - 21 : 0;
}

/**
 * Sets the flag of each beginning (see scanWords) that a word with this stem may have. Stemming changes the end of a word,
 * so of a stem of four letters three are the word's, and of a shorter one fewer. Words that are not plain ASCII need no flag.
 */
export function markBeginnings(stem: string, marked: Uint8Array): void {
  const ranks = [...stem.toLowerCase()].map((character) => rankOf(character.charCodeAt(0)));
  if (ranks.includes(0)) return;
  const sure = stem.length > 3 ? 3 : Math.max(1, stem.length - 1);
  const [a = 0, b = 0, c = 0] = ranks;
  const all = Array.from({ length: letters }, (_, at) => at);
  for (const second of sure > 1 ? [b] : all) {
    for (const third of sure > 2 ? [c] : all) marked[(a * letters + second) * letters + third] = 1;
  }
}

export interface Scan {
  /** Where the word that was met begins and ends. */
  start: number;
  end: number;
  /** Its place among the words of the text. */
  at: number;
}

/**
 * Visits the words of a text that begin as `marked` says, and every word that is not plain ASCII, in order; says how many
 * words there are in all. Nothing is cut out of the text for the others, which makes it many times faster than splitting.
 * `scan` is where the visited word is told.
 */
export function scanWords(text: string, marked: Uint8Array, scan: Scan, visit: () => void): number {
  let words = 0;
  const { length } = text;
  for (let at = 0; at < length;) {
    let code = text.charCodeAt(at);
    let rank = rankOf(code);
    if (rank === 0) {
      if (code < 128) {
        at += 1;
        continue;
      }
      const point = text.codePointAt(at) ?? code;
      if (kindOf(point) !== letter) {
        at += point > 0xff_ff ? 2 : 1;
        continue;
      }
    }
    const start = at;
    let beginning = 0;
    let plain = true;
    for (; at < length;) {
      code = text.charCodeAt(at);
      rank = rankOf(code);
      if (rank > 0) {
        if (at - start < 3) beginning = beginning * letters + rank;
        at += 1;
        continue;
      }
      if (code < 128) break;
      const point = text.codePointAt(at) ?? code;
      if (kindOf(point) === separator) break;
      plain = false;
      at += point > 0xff_ff ? 2 : 1;
    }
    for (let missing = at - start; missing < 3; missing += 1) beginning *= letters;
    if (!plain || marked[beginning] === 1) {
      scan.start = start;
      scan.end = at;
      scan.at = words;
      visit();
    }
    words += 1;
  }
  return words;
}
