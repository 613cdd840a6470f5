import type { Bounds } from './bounds.ts';
import { createIndexReader, type Earned, type IndexReader } from './index-reader.ts';
import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Statements } from './statements.ts';

export interface Candidate {
  readonly id: number;
  /** What each part earned in the index, or is taken to have earned: in the record's own texts, and in its notes. */
  readonly own: Map<Part, number>;
  readonly notes: Map<Part, number>;
}

export interface Gathered {
  readonly candidates: Map<number, Candidate>;
  /** The candidates' ids, the likeliest first. */
  readonly order: readonly number[];
  /** How many of them are to be read closely. */
  readonly close: number;
  /** No question was cut short: every record that matches is among the candidates. */
  readonly complete: boolean;
}

/**
 * Puts the parts to the index, rare ones first, and collects what each record within the scope earns. Ranking a row
 * costs several times as much as knowing of it, so common words are only noted.
 */
export function gather(
  plan: Plan,
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
  bounds: Bounds,
): Gathered {
  const reader = createIndexReader(tables, kind, scope, statements);
  const candidates = new Map<number, Candidate>();
  const parts = [...plan.parts].sort((a, b) => a.documents - b.documents);
  const unranked: Part[] = [];
  // A long text, such as a ticket that others are matched with, may take longer than a few words that are typed.
  const long = Math.max(1, plan.words.length / 8);
  let ranked = bounds.rankedRows * long;
  let noted = bounds.notedRows * long;
  let complete = true;
  for (const part of parts) {
    const first = candidates.size === 0;
    const isRankable = first && part.documents <= bounds.tooCommonToRank;
    if (isRankable || reader.narrow || part.documents * part.probes.length <= ranked) {
      const earned = reader.rank(part, Math.max(200, Math.ceil(ranked / tables.length)));
      credit(candidates, part, earned);
      ranked -= earned.rows;
      if (!earned.cut) continue;
      // Only the newest were read; a record with the word in its title is not to be missed for being old.
      credit(candidates, part, { own: reader.rankTitles(part, bounds.titleRows), notes: new Map() });
    }
    unranked.push(part);
    if (noted <= 0 || (!first && candidates.size >= bounds.enoughCandidates)) {
      complete = false;
      continue;
    }
    const earned = reader.note(part, Math.ceil(noted / tables.length));
    noted -= earned.rows;
    if (earned.cut) complete = false;
    credit(candidates, part, earned);
  }
  if (!complete) {
    const words = parts.filter(isKnownWord);
    const withAll = reader.noteAll(words, bounds.allWordsRows);
    const inTitle = words.length === 0 ? withAll.own : reader.noteAllInTitle(words, bounds.allWordsRows);
    for (const part of words) {
      credit(candidates, part, withAll);
      credit(candidates, part, { own: inTitle, notes: new Map() });
    }
  }
  const order = inOrder(candidates);
  const close = Math.round(bounds.closelyRead * Math.min(2, long));
  completeNotes(candidates, unranked, order.slice(0, close), reader, bounds.tooCommonToComplete);
  return { candidates, order, close, complete };
}

/** What the notes of the best records say about the parts that were only noted. Their own texts are read anyway. */
function completeNotes(
  candidates: Map<number, Candidate>,
  unranked: readonly Part[],
  best: readonly number[],
  reader: IndexReader,
  tooCommon: number,
): void {
  for (const part of unranked) {
    if (part.documents > tooCommon) continue;
    for (const [id, value] of reader.rankNotesAmong(part, best)) candidateOf(candidates, id).notes.set(part, value);
  }
}

function inOrder(candidates: ReadonlyMap<number, Candidate>): number[] {
  return [...candidates.values()]
    .map((candidate) => ({ id: candidate.id, score: roughScore(candidate) }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .map(({ id }) => id);
}

export function roughScore({ own, notes }: Candidate): number {
  return sum(own) + sum(notes);
}

export function sum(earned: ReadonlyMap<Part, number>): number {
  let total = 0;
  for (const value of earned.values()) total += value;
  return total;
}

const isKnownWord = (part: Part): boolean => part.role === 'word' && part.documents > 0;

function credit(candidates: Map<number, Candidate>, part: Part, earned: Pick<Earned, 'own' | 'notes'>): void {
  for (const place of ['own', 'notes'] as const) {
    for (const [id, value] of earned[place]) {
      const kept = candidateOf(candidates, id)[place];
      kept.set(part, Math.max(value, kept.get(part) ?? 0));
    }
  }
}

function candidateOf(candidates: Map<number, Candidate>, id: number): Candidate {
  let candidate = candidates.get(id);
  if (candidate === undefined) {
    candidate = { id, own: new Map(), notes: new Map() };
    candidates.set(id, candidate);
  }
  return candidate;
}
