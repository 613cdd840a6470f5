import { beginnings, markBeginnings, type Scan, scanWords } from './scan-words.ts';
import { stemOf } from './tokens.ts';

/** A word of the text that others are held against. */
export interface SaidWord {
  readonly text: string;
  readonly stem: string;
  /** How telling it is. */
  readonly weight: number;
  /** What its being in the title counts, and in the rest of the text; more when it is said more often. */
  readonly inTitle: number;
  readonly inBody: number;
}

export interface AlikeScore {
  readonly score: number;
  /** What each of the words gave to it. */
  readonly earned: Float64Array;
}

/**
 * How much it counts where a word stands here and there. Titles say what a record is about: a word in both counts most,
 * and what the bodies share counts least, since they share much by chance.
 */
const worth = { titles: 1, titleInBody: 0.5, bodyInTitle: 0.3, bodies: 0.3 };
const k1 = 1.2;
const b = 0.5;

/** Scores titles and texts by bm25 of each with each; `average` is how many words they have on average. */
export function createAlikeScorer(
  words: readonly SaidWord[],
  average: { readonly title: number; readonly body: number },
): (title: string, texts: readonly string[]) => AlikeScore {
  const marked = new Uint8Array(beginnings);
  const places = new Map(words.map(({ stem }, at) => [stem, at]));
  for (const stem of places.keys()) markBeginnings(stem, marked);
  const scan: Scan = { start: 0, end: 0, at: 0 };
  const count = (text: string, counts: Float64Array): number =>
    scanWords(text, marked, scan, () => {
      const at = places.get(stemOf(text.slice(scan.start, scan.end)));
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
    });

  return (title, texts) => {
    const inTitle = new Float64Array(words.length);
    const inBody = new Float64Array(words.length);
    const ofTitle = room(count(title, inTitle), average.title);
    const ofBody = room(
      texts.reduce((sum, text) => sum + count(text, inBody), 0),
      average.body,
    );
    const earned = new Float64Array(words.length);
    let score = 0;
    for (const [at, word] of words.entries()) {
      const there = saturate(inTitle[at] ?? 0, ofTitle);
      const below = saturate(inBody[at] ?? 0, ofBody);
      earned[at] =
        word.weight *
        (word.inTitle * (worth.titles * there + worth.titleInBody * below) +
          word.inBody * (worth.bodyInTitle * there + worth.bodies * below));
      score += earned[at] ?? 0;
    }
    return { score, earned };
  };
}

const room = (words: number, average: number): number => k1 * (1 - b + (b * words) / Math.max(1, average));
const saturate = (count: number, ofRoom: number): number => (count === 0 ? 0 : (count * (k1 + 1)) / (count + ofRoom));
