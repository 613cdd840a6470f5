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

/** Rows that the index ranks for one search, and rows that are only noted; what bounds the time on a large desk. */
const rankedRows = 2_400;
const notedRows = 2_400;
const titleRows = 500;
const allWordsRows = 200;
/** With so many records at hand, those that have only a commoner word are left out. */
const enoughCandidates = 300;
const completedCandidates = 150;
/** A word in more rows than this hardly tells the candidates of a large desk apart; reading it would take too long. */
const tooCommonToComplete = 5_000;

/**
 * Puts the parts to the index, rare ones first, and collects what each record within the scope earns. Ranking a row
 * costs several times as much as knowing of it, so of common words only the best records so far are ranked.
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
  // A long text, such as a ticket that others are matched with, may take longer than a few words that are typed.
  const long = Math.max(1, plan.words.length / 8);
  let ranked = rankedRows * long;
  let noted = notedRows * long;
  let complete = true;
  for (const part of order) {
    const first = candidates.size === 0;
    if (first || reader.narrow || part.documents * part.probes.length <= ranked) {
      const { earned, rows, cut } = reader.rank(part, Math.max(200, Math.ceil(ranked / tables.length)));
      credit(candidates, part, earned);
      ranked -= rows;
      if (!cut) continue;
      // Only the newest were read; a record with the word in its title is not to be missed for being old.
      credit(candidates, part, reader.rankTitles(part, titleRows));
    }
    unranked.push(part);
    if (noted <= 0 || (!first && candidates.size >= enoughCandidates)) {
      complete = false;
      continue;
    }
    const { shares, rows, cut } = reader.note(part, Math.ceil(noted / tables.length));
    noted -= rows;
    if (cut) complete = false;
    // Until it is ranked, a match counts as a middling one.
    for (const [id, share] of shares) creditOne(candidates, part, id, part.weight * share * 0.5, false);
  }
  if (!complete) for (const id of reader.noteAll(order.filter(isWord), allWordsRows)) candidateOf(candidates, id);
  completeBest(candidates, plan, unranked, Math.round(completedCandidates * Math.min(2, long)), reader);
  for (const candidate of candidates.values()) if (candidate.earned.size === 0) candidates.delete(candidate.id);
  return { candidates, complete };
}

/** Ranks the best records by the parts that were only noted, and by which words they have close together. */
function completeBest(
  candidates: Map<number, Candidate>,
  plan: Plan,
  unranked: readonly Part[],
  many: number,
  reader: IndexReader,
): void {
  const near = plan.parts.filter((part) => part.role === 'near' && part.documents <= tooCommonToComplete);
  if (near.length === 0 && unranked.length === 0) return;
  const best = [...candidates.values()]
    .map(({ id, earned }) => ({ id, score: sum(earned), parts: earned.size }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, many)
    .map(({ id }) => id);
  for (const part of unranked) {
    if (part.documents > tooCommonToComplete) continue;
    for (const [id, value] of reader.rankAmong(part, best)) creditOne(candidates, part, id, value, true);
  }
  for (const part of near) {
    for (const id of reader.inRecordsAmong(part, best)) creditOne(candidates, part, id, part.weight * 0.5, true);
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
