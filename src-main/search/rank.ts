import type { Bounds } from './bounds.ts';
import { candidateAt, type Earned, sumOfBest } from './candidates.ts';
import { chooseClose } from './choose-close.ts';
import type { Gathered } from './gather.ts';
import type { KindOfRecord } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Ranking } from './ranking.ts';
import { readNotes, readRecords } from './read-closely.ts';
import { createTextScorer } from './score-text.ts';
import type { Access } from './search-types.ts';
import type { Statements } from './statements.ts';
import { recencyWorth, titleWorth } from './title-worth.ts';

export interface Ranked {
  readonly id: number;
  readonly score: number;
  readonly own: Earned;
  readonly notes: Earned;
}

export interface RankContext {
  readonly kind: KindOfRecord;
  /** How many words a record has on average, and a note. */
  readonly averages: { readonly record: number; readonly note: number };
  readonly access: Access;
  readonly statements: Statements;
  readonly ranking: Ranking;
  readonly bounds: Bounds;
  /** So many of them are wanted, or all that were read closely where those are more. */
  readonly count: number;
}

/**
 * The one order of search results. The index says which records are likely; their texts say how well they answer, and of
 * the best of those their notes. Equal records are in order of their ids.
 */
export function rank(
  { likeliest, close: closelyRead, met }: Gathered,
  plan: Plan,
  text: string,
  { kind, averages, access, statements, ranking, bounds, count }: RankContext,
): Ranked[] {
  const scorer = createTextScorer(plan, kind.index.weights, averages, ranking);
  // What no visible record has is as if it had not been asked for: the score must not tell of records out of sight.
  const weigh = (parts: readonly Part[]): number =>
    parts.reduce((total, part) => total + (met.has(part) ? part.weight : 0), 0) || 1;
  const asked = weigh(plan.words);
  const needs = { plan, kind, statements, ranking, average: averages.record, asked };
  const close = chooseClose(likeliest, closelyRead, bounds.rated, needs);
  const records = readRecords(
    kind,
    close.map(({ id }) => id),
    bounds.characters,
    statements,
  );
  const newest = Math.max(0, ...[...records.values()].map(({ at }) => at));
  const same = text.trim().toLowerCase();

  const read = close.flatMap((candidate) => {
    const record = records.get(candidate.id);
    if (record === undefined) return [];
    const { earned: own, together, title } = scorer.record(record.columns);
    // What the index found further down, or in another way than this reading of it.
    if (record.cut || !own.some(isEarned)) {
      for (let at = 0; at < own.length; at += 1) if (own[at] === 0) own[at] = candidate.own[at] ?? 0;
    }
    const isSame = record.columns[0]?.trim().toLowerCase() === same;
    const age = kind.recent === undefined ? Infinity : newest - record.at;
    const times = titleWorth(title, asked, isSame, ranking) * recencyWorth(age, ranking);
    const withNotes = (notes: Earned): Ranked => {
      const earned = { own, notes };
      return { id: candidate.id, score: (together + sumOfBest(earned)) * times, ...earned };
    };
    return [{ before: withNotes(candidate.notes), withNotes }];
  });
  read.sort((a, b) => byScore(a.before, b.before));
  const notes = readNotes(
    read.slice(0, bounds.notesRead).map(({ before }) => before.id),
    access,
    bounds.noteCharacters,
    statements,
  );
  const ranked = read.map(({ before, withNotes }) =>
    notes.has(before.id) ? withNotes(scorer.notes(notes.get(before.id) ?? [])) : before,
  );
  ranked.sort(byScore);
  let floor = ranked.at(-1)?.score ?? 0;
  const rest = [...likeliest.ids.keys()]
    .filter((at) => !records.has(likeliest.ids[at] ?? 0))
    .slice(0, Math.max(0, count - ranked.length))
    .map((at): Ranked => {
      const candidate = candidateAt(likeliest, at);
      floor = Math.min(sumOfBest(candidate), floor);
      return { ...candidate, score: floor };
    });
  const ideal = weigh(plan.parts) * (2 + ranking.passage);
  return [...ranked, ...rest].map((each) => ({ ...each, score: normal(each.score / ideal) }));
}

const isEarned = (value: number): boolean => value > 0;

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.id - b.id;

/** Below 1, which is kept for exact identifiers, and in the same order as what comes in. */
function normal(score: number): number {
  return Math.round((1 - Math.exp(-1.5 * score)) * 0.99 * 10_000) / 10_000;
}
