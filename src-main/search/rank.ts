import { type Candidate, roughScore, sum } from './gather.ts';
import type { KindOfRecord } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Ranking } from './ranking.ts';
import type { CloseReader } from './read-closely.ts';
import { createTextScorer } from './score-text.ts';

export interface Ranked {
  readonly id: number;
  readonly score: number;
  /** The parts that were found in it. */
  readonly parts: ReadonlySet<Part>;
}

const halfLifeOfRecency = 90 * 86_400_000;

export interface RankContext {
  readonly kind: KindOfRecord;
  /** How many words a record has on average. */
  readonly averageWords: number;
  readonly reader: CloseReader;
  readonly ranking: Ranking;
  readonly closelyRead: number;
}

/**
 * The one order of search results. The index says which records are likely; their texts say how well they answer, with
 * what the index knows of their notes added. Equal records are in order of their ids. `likeliest` are the candidates.
 */
export function rank(
  likeliest: readonly Candidate[],
  plan: Plan,
  text: string,
  { kind, averageWords, reader, ranking, closelyRead }: RankContext,
): Ranked[] {
  const close = likeliest.slice(0, closelyRead);
  const records = reader.read(
    kind,
    close.map(({ id }) => id),
  );
  const score = createTextScorer(plan, kind.index.weights, averageWords, reader.lexicon, ranking);
  const newest = Math.max(0, ...[...records.values()].map(({ at }) => at));
  const same = text.trim().toLowerCase();
  const texts = new Map([...records].map(([id, record]) => [id, score(record)]));
  // What no visible record has is as if it had not been asked for: the score must not tell of records out of sight.
  const met = new Set([...texts.values()].flatMap(({ earned }) => [...earned.keys()]));
  for (const { own, notes } of likeliest) for (const part of [...own.keys(), ...notes.keys()]) met.add(part);
  const weigh = (parts: readonly Part[]): number =>
    parts.reduce((total, part) => total + (met.has(part) ? part.weight : 0), 0) || 1;
  const asked = weigh(plan.words);

  const read = close.map((candidate) => {
    const record = records.get(candidate.id);
    const scored = texts.get(candidate.id);
    if (record === undefined || scored === undefined) return roughly(candidate);
    const own = new Map(scored.earned);
    // What the index found further down, or in another way than this reading of it.
    if (record.cut || own.size + candidate.notes.size === 0) {
      for (const [part, value] of candidate.own) if (!own.has(part)) own.set(part, value);
    }
    const { title } = scored;
    const ofQuery = Math.min(1, title.had / asked);
    const isSame = record.title.trim().toLowerCase() === same;
    const byTitle =
      ranking.titleAnswers * ofQuery +
      ranking.titleAnswered * ofQuery * title.share +
      ranking.titleOrder * title.inOrder +
      (isSame ? ranking.titleSame : 0);
    const age = kind.recent === undefined ? Infinity : newest - record.at;
    const byAge = ranking.recency * 2 ** (-age / halfLifeOfRecency);
    const value = (sum(own) + sum(candidate.notes) + scored.together) * (1 + byTitle) * (1 + byAge);
    return { id: candidate.id, score: value, parts: new Set([...own.keys(), ...candidate.notes.keys()]) };
  });
  read.sort(byScore);
  const floor = read.at(-1)?.score ?? 0;
  const rest = likeliest
    .slice(close.length)
    .map((candidate) => ({ ...roughly(candidate), score: Math.min(roughScore(candidate), floor) }));
  const ideal = weigh(plan.parts) * (2 + ranking.passage);
  return [...read, ...rest.sort(byScore)].map((each) => ({ ...each, score: normal(each.score / ideal) }));
}

function roughly(candidate: Candidate): Ranked {
  const parts = new Set([...candidate.own.keys(), ...candidate.notes.keys()]);
  return { id: candidate.id, score: roughScore(candidate), parts };
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.id - b.id;

/** Below 1, which is kept for exact identifiers, and in the same order as what comes in. */
function normal(score: number): number {
  return Math.round((1 - Math.exp(-1.5 * score)) * 0.99 * 10_000) / 10_000;
}
