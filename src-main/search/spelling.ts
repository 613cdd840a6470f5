import type { IndexTable } from './kinds.ts';
import { stemOf } from './tokens.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

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
  for (const table of tables) {
    for (const term of vocabulary.beginningWith(table, letter)) {
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

/** Letters inserted, left out, replaced or swapped with their neighbour; anything above `limit` is `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      current.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
