import type { Lexicon, Words } from './lexicon.ts';
import { beginningWeight, type Part, type Plan } from './plan.ts';
import type { Ranking } from './ranking.ts';
import type { ReadRecord } from './read-closely.ts';

export interface TextScore {
  /** What each part earned that the text has. */
  readonly earned: ReadonlyMap<Part, number>;
  /** What words together earned: in one passage, as neighbours, close by. */
  readonly together: number;
  readonly title: TitleScore;
}

export interface TitleScore {
  /** Weight of the words of the query that it has. */
  readonly had: number;
  /** The share of its own words that the query has. */
  readonly share: number;
  /** The share of the query's neighbours that are neighbours in it. */
  readonly inOrder: number;
}

const noTitle: TitleScore = { had: 0, share: 0, inOrder: 0 };

interface Start {
  readonly part: number;
  /** Stems that have to follow. */
  readonly rest: readonly number[];
  readonly weight: number;
  /** The word in the form that the query has. */
  readonly folded: number | undefined;
}

/** The places of a text where a word of the query stands. */
interface Places {
  readonly at: number[];
  readonly part: number[];
}

const closeBy = 8;

/**
 * Scores texts word by word: bm25 over the columns' weighted counts, the best passage, neighbours, and the title.
 * `average` is how many words a record has on average.
 */
export function createTextScorer(
  plan: Plan,
  weights: readonly number[],
  average: number,
  lexicon: Lexicon,
  ranking: Ranking,
) {
  const starts = startsOf(plan, lexicon);
  // Most words of a text are none of the query's, which has to be seen at a glance.
  const marked = new Uint8Array(lexicon.size());
  for (const stem of starts.keys()) for (const word of lexicon.wordsWithStem(stem)) marked[word] = 1;
  const isWord = plan.parts.map((part) => part.role === 'word');
  const weightOf = plan.parts.map((part) => part.weight);
  const partAt = new Map(plan.parts.map((part, at) => [part, at]));
  const many = plan.parts.length;
  const neighbours = new Map<number, number>();
  for (const [a, b] of plan.pairs) {
    const key = (partAt.get(a) ?? 0) * many + (partAt.get(b) ?? 0);
    if (!neighbours.has(key)) neighbours.set(key, Math.min(a.weight, b.weight));
  }

  const find = (words: Words, weight: number, counts: Float64Array): Places => {
    const places: Places = { at: [], part: [] };
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      if (marked[word] === 0) continue;
      const found = starts.get(lexicon.stem(word)) ?? [];
      for (const start of found) {
        if (!start.rest.every((stem, i) => lexicon.stem(words[at + 1 + i] ?? -1) === stem)) continue;
        const sameForm = start.folded === undefined || start.folded === lexicon.folded(word);
        counts[start.part] = (counts[start.part] ?? 0) + weight * start.weight * (sameForm ? 1 : ranking.otherForm);
        if (isWord[start.part] !== true) continue;
        places.at.push(at);
        places.part.push(start.part);
      }
    }
    return places;
  };

  const bestPassage = ({ at, part }: Places): number => {
    const within = new Uint16Array(many);
    let worth = 0;
    let best = 0;
    let right = 0;
    for (let left = 0; left < at.length; left += 1) {
      for (; right < at.length && (at[right] ?? 0) - (at[left] ?? 0) < ranking.passageWords; right += 1) {
        const entering = part[right] ?? 0;
        if (within[entering] === 0) worth += weightOf[entering] ?? 0;
        within[entering] = (within[entering] ?? 0) + 1;
      }
      if (worth > best) best = worth;
      const leaving = part[left] ?? 0;
      within[leaving] = (within[leaving] ?? 1) - 1;
      if (within[leaving] === 0) worth -= weightOf[leaving] ?? 0;
    }
    return best;
  };

  const countNeighbours = ({ at, part }: Places, counts: Map<number, number>): void => {
    for (let left = 0; left < at.length; left += 1) {
      for (let right = left + 1; right < at.length; right += 1) {
        const apart = (at[right] ?? 0) - (at[left] ?? 0);
        if (apart > closeBy) break;
        const [a, b] = [part[left] ?? 0, part[right] ?? 0];
        const forwards = a * many + b;
        const backwards = b * many + a;
        if (neighbours.has(forwards)) {
          counts.set(forwards, (counts.get(forwards) ?? 0) + (apart === 1 ? ranking.adjacent : ranking.near));
        } else if (neighbours.has(backwards)) {
          counts.set(backwards, (counts.get(backwards) ?? 0) + ranking.near);
        }
      }
    }
  };

  const scoreTitle = (words: Words, { at, part }: Places): TitleScore => {
    const parts = new Set(part);
    let had = 0;
    for (const each of parts) had += weightOf[each] ?? 0;
    const places = new Set(at);
    let telling = 0;
    let met = 0;
    for (const [place, word] of words.entries()) {
      if (lexicon.stop(word)) continue;
      telling += 1;
      if (places.has(place)) met += 1;
    }
    const inOrder = plan.pairs.filter(([a, b]) => follows(partAt.get(a) ?? 0, partAt.get(b) ?? 0, words, { at, part }));
    return {
      had,
      share: telling === 0 ? 0 : met / telling,
      inOrder: inOrder.length / Math.max(1, plan.words.length - 1),
    };
  };

  /** Stop words between them aside. */
  const follows = (a: number, b: number, words: Words, { at, part }: Places): boolean =>
    part.some((each, i) => {
      if (each !== a) return false;
      let next = (at[i] ?? 0) + 1;
      while (next < words.length && lexicon.stop(words[next] ?? 0)) next += 1;
      return part.some((other, j) => other === b && at[j] === next);
    });

  return (record: ReadRecord): TextScore => {
    const counts = new Float64Array(many);
    const together = new Map<number, number>();
    let length = 0;
    let passage = 0;
    let title = noTitle;
    for (const [column, words] of record.columns.entries()) {
      length += words.length;
      const places = find(words, weights[column] ?? 1, counts);
      if (places.at.length === 0) continue;
      passage = Math.max(passage, bestPassage(places));
      countNeighbours(places, together);
      if (column === 0) title = scoreTitle(words, places);
    }
    const { k1, b } = ranking;
    const earned = new Map<Part, number>();
    const room = k1 * (1 - b + (b * length) / average);
    for (const [at, part] of plan.parts.entries()) {
      const count = counts[at] ?? 0;
      if (count > 0) earned.set(part, (part.weight * count * (k1 + 1)) / (count + room));
    }
    let neighbourly = 0;
    for (const [pair, count] of together) neighbourly += ((neighbours.get(pair) ?? 0) * count) / (count + k1);
    return { earned, together: ranking.passage * passage + neighbourly, title };
  };
}

/** What may begin at each stem. */
function startsOf(plan: Plan, lexicon: Lexicon): Map<number, Start[]> {
  const starts = new Map<number, Start[]>();
  const add = (stem: number | undefined, start: Start): void => {
    if (stem === undefined) return;
    const others = starts.get(stem);
    if (others === undefined) starts.set(stem, [start]);
    else others.push(start);
  };
  for (const [at, part] of plan.parts.entries()) {
    for (const { stems, weight } of part.forms) {
      const [first, ...rest] = stems.map((stem) => lexicon.stemNumber(stem));
      if (rest.includes(undefined)) continue;
      const exact = part.folded === undefined || stems[0] === undefined || weight < 1 ? undefined : part.folded;
      const folded = exact === undefined ? undefined : (lexicon.foldedNumber(exact) ?? -1);
      add(first, { part: at, rest: rest as number[], weight, folded });
    }
    if (part.prefix === undefined) continue;
    const known = new Set(part.forms.map(({ stems }) => lexicon.stemNumber(stems[0] ?? '')));
    for (const stem of lexicon.stemsBeginningWith(part.prefix)) {
      if (!known.has(stem)) add(stem, { part: at, rest: [], weight: beginningWeight, folded: undefined });
    }
  }
  return starts;
}
