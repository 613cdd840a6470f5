import type { Earned } from './candidates.ts';
import { beginningWeight, type Plan } from './plan.ts';
import type { Ranking } from './ranking.ts';
import { beginnings, markBeginnings, type Scan, scanWords } from './scan-words.ts';
import { isStopWord } from './stop-words.ts';
import { fold, stemOf, tokenize, wordsOf } from './tokens.ts';

export interface TextScore {
  readonly earned: Earned;
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
  readonly rest: readonly string[];
  readonly weight: number;
  /** The word in the form that the query has. */
  readonly folded: string | undefined;
}

/** The places of a text where a word of the query stands. */
interface Places {
  readonly at: number[];
  readonly part: number[];
}

const closeBy = 8;

/** Scores texts word by word, as what `plan` asks for. */
export interface TextScorer {
  /** Scores what a record says itself, the title first: bm25 over the columns' weighted counts, the best passage, neighbours, and the title. */
  record(columns: readonly string[]): TextScore;
  /** What each part earns by the note that says most of it. */
  notes(notes: readonly string[]): Earned;
}

/** `weights` are those of the columns; `averages`, how many words a record and a note have on average. */
export function createTextScorer(
  plan: Plan,
  weights: readonly number[],
  averages: { readonly record: number; readonly note: number },
  ranking: Ranking,
): TextScorer {
  const { starts, prefixes } = startsOf(plan);
  // Most words of a text are none of the query's, which has to be seen at a glance.
  const marked = new Uint8Array(beginnings);
  for (const stem of starts.keys()) markBeginnings(stem, marked);
  for (const { prefix } of prefixes) markBeginnings(prefix, marked);
  const isWord = plan.parts.map((part) => part.role === 'word');
  const weightOf = plan.parts.map((part) => part.weight);
  const partAt = new Map(plan.parts.map((part, at) => [part, at]));
  const many = plan.parts.length;
  const neighbours = new Map<number, number>();
  for (const [a, b] of plan.pairs) {
    const key = (partAt.get(a) ?? 0) * many + (partAt.get(b) ?? 0);
    if (!neighbours.has(key)) neighbours.set(key, Math.min(a.weight, b.weight));
  }

  const scan: Scan = { start: 0, end: 0, at: 0 };
  /** Says how many words the text has. */
  const find = (text: string, weight: number, counts: Float64Array, places: Places): number =>
    scanWords(text, marked, scan, () => {
      const word = text.slice(scan.start, scan.end);
      const stem = stemOf(word);
      const found = starts.get(stem);
      const begun = prefixes.filter(({ prefix, stems }) => stem.startsWith(prefix) && !stems.has(stem));
      if (found === undefined && begun.length === 0) return;
      const folded = fold(word);
      for (const start of found === undefined ? begun : [...found, ...begun]) {
        if (start.rest.length > 0 && !isFollowedBy(start.rest, text, scan.end)) continue;
        const sameForm = start.folded === undefined || start.folded === folded;
        counts[start.part] = (counts[start.part] ?? 0) + weight * start.weight * (sameForm ? 1 : ranking.otherForm);
        if (isWord[start.part] !== true) continue;
        places.at.push(scan.at);
        places.part.push(start.part);
      }
    });

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

  const scoreTitle = (text: string, { at, part }: Places): TitleScore => {
    const parts = new Set(part);
    let had = 0;
    for (const each of parts) had += weightOf[each] ?? 0;
    const places = new Set(at);
    const stops = wordsOf(text).map((word) => isStopWord(fold(word)));
    let telling = 0;
    let met = 0;
    for (const [place, stop] of stops.entries()) {
      if (stop) continue;
      telling += 1;
      if (places.has(place)) met += 1;
    }
    const inOrder = plan.pairs.filter(([a, b]) => follows(partAt.get(a) ?? 0, partAt.get(b) ?? 0, stops, { at, part }));
    return {
      had,
      share: telling === 0 ? 0 : met / telling,
      inOrder: inOrder.length / Math.max(1, plan.words.length - 1),
    };
  };

  /** What each part earns whose weighted count is known, by bm25. */
  const earn = (counts: Float64Array, length: number, average: number): Earned => {
    const { k1, b } = ranking;
    const room = k1 * (1 - b + (b * length) / average);
    const earned = new Float64Array(many);
    for (let at = 0; at < many; at += 1) {
      const count = counts[at] ?? 0;
      if (count > 0) earned[at] = ((weightOf[at] ?? 0) * count * (k1 + 1)) / (count + room);
    }
    return earned;
  };

  return {
    record: (columns) => {
      const counts = new Float64Array(many);
      const together = new Map<number, number>();
      let length = 0;
      let passage = 0;
      let title = noTitle;
      for (const [column, text] of columns.entries()) {
        const places: Places = { at: [], part: [] };
        length += find(text, weights[column] ?? 1, counts, places);
        if (places.at.length === 0) continue;
        passage = Math.max(passage, bestPassage(places));
        countNeighbours(places, together);
        if (column === 0) title = scoreTitle(text, places);
      }
      let neighbourly = 0;
      for (const [pair, count] of together) {
        neighbourly += ((neighbours.get(pair) ?? 0) * count) / (count + ranking.k1);
      }
      const earned = earn(counts, length, averages.record);
      return { earned, together: ranking.passage * passage + neighbourly, title };
    },
    notes: (notes) => {
      const best = new Float64Array(many);
      for (const note of notes) {
        const counts = new Float64Array(many);
        const length = find(note, 1, counts, { at: [], part: [] });
        const earned = earn(counts, length, averages.note);
        for (let at = 0; at < many; at += 1) {
          best[at] = Math.max(best[at] ?? 0, (earned[at] ?? 0) * ranking.ofNotes);
        }
      }
      return best;
    },
  };
}

/** Whether part `b` comes after `a` in a title, stop words between them aside. */
function follows(a: number, b: number, stops: readonly boolean[], { at, part }: Places): boolean {
  return part.some((each, i) => {
    if (each !== a) return false;
    let next = (at[i] ?? 0) + 1;
    while (stops[next] === true) next += 1;
    return part.some((other, j) => other === b && at[j] === next);
  });
}

/** No word is looked for further on than this many characters for each. */
const longestWord = 130;

function isFollowedBy(stems: readonly string[], text: string, end: number): boolean {
  const next = tokenize(text.slice(end, end + stems.length * longestWord), stems.length);
  return stems.every((stem, at) => next[at] !== undefined && stemOf(next[at].text) === stem);
}

interface PrefixStart extends Start {
  readonly prefix: string;
  /** Stems that stand for the part already. */
  readonly stems: ReadonlySet<string>;
}

/** What may begin at each stem, and at each word that begins as one still being typed. */
function startsOf(plan: Plan): { starts: Map<string, Start[]>; prefixes: PrefixStart[] } {
  const starts = new Map<string, Start[]>();
  const prefixes: PrefixStart[] = [];
  for (const [at, part] of plan.parts.entries()) {
    for (const { stems, weight } of part.forms) {
      const [first, ...rest] = stems;
      if (first === undefined) continue;
      const start = { part: at, rest, weight, folded: weight < 1 ? undefined : part.folded };
      const others = starts.get(first);
      if (others === undefined) starts.set(first, [start]);
      else others.push(start);
    }
    if (part.prefix === undefined) continue;
    const stems = new Set(part.forms.map(({ stems: [first] }) => first ?? ''));
    prefixes.push({ part: at, rest: [], weight: beginningWeight, folded: undefined, prefix: part.prefix, stems });
  }
  return { starts, prefixes };
}
