/** What each part of the plan earned, in the order of its parts. */
export type Earned = Float64Array;

export interface Candidate {
  readonly id: number;
  /** Taken for earned before the texts are read: in the record's own texts, and in its notes. */
  readonly own: Earned;
  readonly notes: Earned;
  /** 1 for each part that its title has, as far as was asked. */
  readonly titled: Uint8Array;
}

/** Many records in three long rows of numbers, record by record: making thousands of small ones takes longer than using them. */
export interface Candidates {
  readonly ids: readonly number[];
  readonly parts: number;
  readonly own: Earned;
  readonly notes: Earned;
  readonly titled: Uint8Array;
}

export function createCandidates(ids: readonly number[], parts: number): Candidates {
  const size = ids.length * parts;
  return {
    ids,
    parts,
    own: new Float64Array(size),
    notes: new Float64Array(size),
    titled: new Uint8Array(size),
  };
}

/** The candidate at that place of the ids. */
export function candidateAt({ ids, parts, own, notes, titled }: Candidates, at: number): Candidate {
  const [from, to] = [at * parts, (at + 1) * parts];
  return {
    id: ids[at] ?? 0,
    own: own.subarray(from, to),
    notes: notes.subarray(from, to),
    titled: titled.subarray(from, to),
  };
}

/** A note counts for what the record itself does not say, or hardly. */
export function sumOfBest({ own, notes }: Pick<Candidate, 'own' | 'notes'>): number {
  let total = 0;
  for (let at = 0; at < own.length; at += 1) total += Math.max(own[at] ?? 0, notes[at] ?? 0);
  return total;
}
