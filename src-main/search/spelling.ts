import type { IndexTable } from './kinds.ts';
import { stemOf } from './tokens.ts';
import { type Term, type Vocabulary, lettersOf } from './vocabulary.ts';

export interface Correction {
  /** A word whose stem is in the index. */
  readonly word: string;
  readonly stem: string;
  readonly distance: number;
  readonly documents: number;
}

const endings = ['s', '', 'e', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'or', 'ion', 'ions', 'ation', 'ations', 'y', 'ly'];
endings.push('ies', 'al', 'ment', 'ments', 'able', 'ity', 'ive', 'ance', 'ence', 'ize', 'ized', 'ate', 'ated', 'ating');

/**
 * Words of the index within one slip of the pen (two from eight letters on) of a word that the index lacks, the best
 * at most three. Only the vocabularies of `tables` are read, so a correction tells nothing about other tables.
 */
export function correct(word: string, tables: readonly IndexTable[], vocabulary: Vocabulary): Correction[] {
  if (word.length < 4 || word.length > 30 || !/^\p{L}+$/u.test(word)) return [];
  const allowed = word.length >= 8 ? 2 : 1;
  const [first = '', second = ''] = word;
  const found = search(first, word, allowed, tables, vocabulary);
  const better = found.length > 0 ? found : search(second, word, allowed, tables, vocabulary);
  better.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.stem < b.stem ? -1 : 1));
  const nearest = better[0]?.distance;
  return better.filter((each) => each.distance === nearest).slice(0, 3);
}

function search(
  letter: string,
  word: string,
  allowed: number,
  tables: readonly IndexTable[],
  vocabulary: Vocabulary,
): Correction[] {
  const found = new Map<string, Correction>();
  const letters = lettersOf(word);
  for (const table of tables) {
    for (const term of vocabulary.beginningWith(table, letter)) {
      // Most terms have letters that the word has not, which is quickly seen. (An i may stand for a y.)
      if (bitCount(term.letters & ~letters) > allowed + 1) continue;
      const correction = compare(word, term, allowed);
      if (correction === undefined) continue;
      const other = found.get(term.term);
      found.set(term.term, { ...correction, documents: correction.documents + (other?.documents ?? 0) });
    }
  }
  return [...found.values()];
}

/** The index holds stems, so the word is held against the words that have this stem, not against the stem alone. */
function compare(word: string, { term, documents }: Term, allowed: number): Correction | undefined {
  const spare = word.length - term.length;
  if (spare < -allowed || spare > 7 + allowed || term.length < 3) return undefined;
  const beginning = spare > 0 ? word.slice(0, term.length) : word;
  // A stem ends before what its words end in, and its own last letter may differ from theirs (policy, polici).
  if (editDistance(beginning, term, allowed + 1) > allowed + 1) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const form of formsOf(term)) {
    if (Math.abs(form.length - word.length) > allowed) continue;
    const limit = best === undefined ? allowed : best.distance - 1;
    if (limit < 0) break;
    const distance = editDistance(word, form, limit);
    if (distance <= limit && stemOf(form) === term) best = { word: form, distance };
  }
  return best === undefined ? undefined : { ...best, stem: term, documents };
}

function* formsOf(term: string): Generator<string> {
  for (const ending of endings) yield term + ending;
  const last = term.at(-1) ?? '';
  if (last === 'i') yield term.slice(0, -1) + 'y';
  for (const ending of ['ed', 'ing', 'er', 'ation', 'ations']) yield term + last + ending;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Letters inserted, left out, replaced or swapped with their neighbour; anything above `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 64 || b.length > 64) return limit + 1;
  let before = rows[0];
  let previous = rows[1];
  let current = rows[2];
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const replaced = (previous[j - 1] ?? 0) + (same ? 0 : 1);
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      current[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? limit + 1;
}

/** Kept between calls, since a misspelt word is held against thousands. Words are at most 64 letters here. */
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(66),
  new Uint8Array(66),
  new Uint8Array(66),
];
