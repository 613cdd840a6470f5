import { stemmer } from 'stemmer';
import { mentionOf } from './entities.ts';

/** Of a longer sentence the beginning says what is wanted. */
const longest = 500;

/** What was quoted, a word, number, code or address, or a question mark. */
const pieces = /"[^"]*"|“[^”]*”|·+|#?[\p{L}\p{N}](?:[\p{L}\p{N}]|[.,:@'’_/-](?=[\p{L}\p{N}]))*|\?/gu;
/** What only has a value counts as one of its kind. */
const values: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['quoted', /^["“·]/],
  ['address', /@|^https?:/],
  ['number', /^#?\d{1,3}$/],
  ['longNumber', /^(?:(?:inc|tkt|sr|req)-?)?#?\d{4,}$/i],
  ['duration', /^\d+(?:[.,:]\d+)?(?:h(?:rs?|ours?)?|m(?:ins?|inutes?)?)(?:\d\d)?$/i],
  ['clock', /^\d{1,2}(?:[:.]\d\d)?(?:am|pm)?$/i],
  ['code', /^\p{Lu}{2,}\d*-[\p{Lu}\d-]*\d/u],
];
const onlyLetters = /^\p{L}[\p{L}'’]*$/u;
const capitalised = /^\p{Lu}\p{Ll}/u;
const nameOfSomething = '<name>';

interface Piece {
  /** The stem of a word, or what kind of value it is. */
  readonly stem: string;
  /** The kind of thing that it names. */
  readonly kind: string | undefined;
  readonly isCapitalised: boolean;
}

/** What was read of pieces before: many sentences have the same. */
export type Vocabulary = Map<string, Piece>;

function readPiece(text: string): Piece {
  const value = onlyLetters.test(text) ? undefined : values.find(([, pattern]) => pattern.test(text))?.[0];
  if (value !== undefined) return { stem: `<${value}>`, kind: undefined, isCapitalised: false };
  const mention = mentionOf(text);
  return {
    stem: stemmer(text.toLowerCase().replaceAll(/['’]/g, '')),
    kind: mention === undefined ? undefined : `${mention.entity} ${mention.sure ? 'named' : 'hinted'}`,
    isCapitalised: capitalised.test(text),
  };
}

/** What is to be seen of a sentence: its words, each with the next one, and the kinds of thing that are named in it. */
export function readFeatures(sentence: string, vocabulary: Vocabulary = new Map()): string[] {
  const found = new Set<string>();
  let before = '^';
  for (const text of sentence.slice(0, longest).match(pieces) ?? []) {
    const piece = vocabulary.get(text) ?? readPiece(text);
    vocabulary.set(text, piece);
    if (piece.kind !== undefined) found.add(piece.kind);
    const seen = piece.isCapitalised && before !== '^' ? nameOfSomething : piece.stem;
    // Several names in a row are one.
    if (seen === nameOfSomething && before === nameOfSomething) continue;
    found.add(seen).add(`${before} ${seen}`);
    before = seen;
  }
  return [...found.add(`${before} $`)];
}
