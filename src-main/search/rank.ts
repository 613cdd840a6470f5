import { type Candidate, sum } from './gather.ts';
import type { KindOfRecord } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Statements } from './statements.ts';
import { stopWords } from './stop-words.ts';
import { fold, stemOf, tokenize } from './tokens.ts';

export interface Ranked {
  readonly id: number;
  readonly score: number;
  readonly candidate: Candidate;
}

/** So many of the best are looked at closely; the order of all further ones is the index's own. */
const closelyRanked = 120;
const halfLifeOfRecency = 90 * 86_400_000;

/**
 * The one order of search results: what the index gives, weighed by how much of the query a record has, then by its
 * title and (lightly) by how recent it is. Equal records are in order of their ids.
 */
export function rank(
  candidates: Iterable<Candidate>,
  plan: Plan,
  kind: KindOfRecord,
  text: string,
  statements: Statements,
): Ranked[] {
  const found = [...candidates];
  // What no visible record has is as if it had not been asked for: the score must not tell of records out of sight.
  const met = new Set(found.flatMap((candidate) => [...candidate.earned.keys()]));
  const asked = plan.words.reduce((sum, part) => sum + (met.has(part) ? part.weight : 0), 0) || 1;
  const ideal = 2 * plan.parts.reduce((sum, part) => sum + (met.has(part) ? idealOf(part) : 0), 0) || 1;
  const ranked = found.map((candidate) => {
    let had = 0;
    for (const part of candidate.earned.keys()) if (part.role === 'word') had += part.weight;
    return { id: candidate.id, candidate, score: sum(candidate.earned) * (0.5 + (0.5 * had) / asked) };
  });
  ranked.sort((a, b) => b.score - a.score || a.id - b.id);

  const close = ranked.slice(0, closelyRanked);
  const titles = readTitles(close, kind, statements);
  const newest = Math.max(...[...titles.values()].map((row) => row.at));
  for (const each of close) {
    const row = titles.get(each.id);
    if (row === undefined) continue;
    each.score *= 1 + titleBonus(row.title, text, plan, asked);
    if (kind.recent !== undefined) each.score *= 1 + 0.08 * 2 ** ((row.at - newest) / halfLifeOfRecency);
  }
  close.sort((a, b) => b.score - a.score || a.id - b.id);
  const floor = close.at(-1)?.score ?? 0;
  const rest = ranked.slice(closelyRanked).map((each) => ({ ...each, score: Math.min(each.score, floor) }));
  return [...close, ...rest].map((each) => ({ ...each, score: normal(each.score / ideal) }));
}

const idealOf = (part: Part): number => part.weight * (part.role === 'near' ? 0.5 : 1);

/** Below 1, which is kept for exact identifiers, and in the same order as what comes in. */
function normal(score: number): number {
  return Math.round((1 - Math.exp(-1.5 * score)) * 0.99 * 10_000) / 10_000;
}

function readTitles(ranked: readonly Ranked[], kind: KindOfRecord, statements: Statements) {
  const rows = statements.rows<[number, string, number]>(
    `SELECT id, ${kind.title}, ${kind.recent ?? '0'} FROM ${kind.desk} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ranked.map((each) => each.id)),
  );
  return new Map(rows.map(([id, title, at]) => [id, { title, at }]));
}

/** How much of the query is in the title, and how much of the title in the query; with its words in their order; most for a title that is the query. */
function titleBonus(title: string, text: string, plan: Plan, asked: number): number {
  const tokens = tokenize(title, 60).filter((token) => !stopWords.has(token.text.toLowerCase()));
  const stems = tokens.map((token) => stemOf(token.text));
  const met = new Set<number>();
  let had = 0;
  let inOrder = 0;
  let before: readonly number[] = [];
  for (const part of plan.words) {
    const places: number[] = [];
    for (const [place, stem] of stems.entries()) {
      const typed = part.prefix !== undefined && fold(tokens[place]?.text ?? '').startsWith(part.prefix);
      if (!typed && !part.stems.has(stem)) continue;
      places.push(place);
      met.add(place);
    }
    if (places.length > 0) had += part.weight;
    if (before.some((place) => places.includes(place + 1))) inOrder += 1;
    before = places;
  }
  const ofQuery = had / asked;
  const ofTitle = stems.length === 0 ? 0 : met.size / stems.length;
  const same = title.trim().toLowerCase() === text.trim().toLowerCase() ? 1 : 0;
  const ordered = inOrder / Math.max(1, plan.words.length - 1);
  return 0.3 * ofQuery + 0.4 * ofQuery * ofTitle + 0.2 * ordered + same;
}
