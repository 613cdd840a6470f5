import { createIndexReader, type IndexReader } from './index-reader.ts';
import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Statements } from './statements.ts';

export interface Candidate {
  readonly id: number;
  /** What each part earned in the index, or is taken to have earned. */
  readonly earned: Map<Part, number>;
}

export interface Gathered {
  readonly candidates: Map<number, Candidate>;
  /** No question was cut short: every record that matches is among the candidates. */
  readonly complete: boolean;
}

/** Rows that are ranked by the index, and further rows that are only noted; what bounds the time on a large desk. */
const rankedRows = 2_000;
const notedRows = 16_000;
const completedCandidates = 250;
/** A word in more rows than this hardly tells the candidates of a large desk apart; reading it would take too long. */
const tooCommonToComplete = 60_000;

/**
 * Puts the parts to the index, rare ones first, and collects what each record within the scope earns. Ranking a row
 * costs five times as much as knowing of it, so of common words only the best records so far are ranked.
 */
export function gather(
  plan: Plan,
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
): Gathered {
  const reader = createIndexReader(tables, kind, scope, statements);
  const candidates = new Map<number, Candidate>();
  const order = plan.parts.filter((part) => part.role !== 'near').sort((a, b) => a.documents - b.documents);
  const unranked: Part[] = [];
  let ranked = rankedRows;
  let noted = notedRows;
  let complete = true;
  for (const part of order) {
    if (part.documents * part.probes.length <= ranked || candidates.size === 0) {
      const { earned, rows, cut } = reader.rank(part, Math.max(1, Math.min(rankedRows, ranked)));
      credit(candidates, part, earned);
      ranked -= rows;
      if (!cut) continue;
    }
    unranked.push(part);
    if (noted <= 0) complete = false;
    else {
      const { ids, cut } = reader.note(part, noted);
      noted -= ids.length;
      if (cut) complete = false;
      // Until it is ranked, a match counts as a middling one.
      for (const id of ids) creditOne(candidates, part, id, part.weight * 0.5, false);
    }
  }
  if (!complete) for (const id of reader.noteAll(order.filter(isWord), rankedRows)) candidateOf(candidates, id);
  completeBest(candidates, plan, unranked, reader);
  for (const candidate of candidates.values()) if (candidate.earned.size === 0) candidates.delete(candidate.id);
  return { candidates, complete };
}

/** Ranks the best records by the parts that were only noted, and by which words they have close together. */
function completeBest(
  candidates: Map<number, Candidate>,
  plan: Plan,
  unranked: readonly Part[],
  reader: IndexReader,
): void {
  const near = plan.parts.filter((part) => part.role === 'near' && part.documents <= tooCommonToComplete);
  if (near.length === 0 && unranked.length === 0) return;
  const best = [...candidates.values()]
    .map(({ id, earned }) => ({ id, score: sum(earned), parts: earned.size }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, completedCandidates)
    .map(({ id }) => id);
  for (const part of unranked) {
    if (part.documents > tooCommonToComplete) continue;
    for (const [id, value] of reader.rankAmong(part, best)) creditOne(candidates, part, id, value, true);
  }
  for (const part of near) {
    for (const id of reader.noteAmong(part, best)) creditOne(candidates, part, id, part.weight * 0.5, true);
  }
}

export function sum(earned: ReadonlyMap<Part, number>): number {
  let total = 0;
  for (const value of earned.values()) total += value;
  return total;
}

const isWord = (part: Part): boolean => part.role === 'word' && part.documents > 0;

function credit(candidates: Map<number, Candidate>, part: Part, earned: ReadonlyMap<number, number>): void {
  for (const [id, value] of earned) candidateOf(candidates, id).earned.set(part, value);
}

function creditOne(candidates: Map<number, Candidate>, part: Part, id: number, value: number, again: boolean): void {
  const { earned } = candidateOf(candidates, id);
  if (again || !earned.has(part)) earned.set(part, value);
}

function candidateOf(candidates: Map<number, Candidate>, id: number): Candidate {
  let candidate = candidates.get(id);
  if (candidate === undefined) {
    candidate = { id, earned: new Map() };
    candidates.set(id, candidate);
  }
  return candidate;
}
