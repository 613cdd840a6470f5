import type { Bounds } from './bounds.ts';
import { type Candidate, candidateAt, type Candidates, createCandidates } from './candidates.ts';
import { allOf, createIndexReader, type Found, type IndexReader } from './index-reader.ts';
import type { IndexTable, KindOfRecord, Scope } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Statements } from './statements.ts';
import { createTally } from './tally.ts';

export interface Gathered {
  /** How many records were found beside the named ones. */
  readonly total: number;
  /** Every record that matches was found. */
  readonly complete: boolean;
  /** The parts that some record has. */
  readonly met: ReadonlySet<Part>;
  /** The likeliest, in that order, without the named ones. */
  readonly likeliest: Candidates;
  readonly named: ReadonlyMap<number, Candidate>;
  /** How many of them are to be read closely. */
  readonly close: number;
}

export interface Wanted {
  /** How many of the likeliest, at least. */
  readonly count: number;
  /** Records that an identifier named; they are told apart from the likeliest. */
  readonly named: readonly number[];
  /** Only records with one of the phrases, if there are any. */
  readonly onlyPhrases: boolean;
}

type Place = 'own' | 'title' | 'notes';

interface Answer {
  readonly part: Part;
  readonly place: Place;
  readonly weight: number;
  readonly ids: readonly number[];
}

/** What it says of a record that it has a word, by where; a title's comes on top of the record's own. */
const worth: Readonly<Record<Place, number>> = { own: 1, title: 0.5, notes: 0.3 };
/** The share of its weight that a part is worth where nobody has read how well it matches. */
export const middling = 0.5;
/** Of so many notes those with all of many words are found late; the newest with the rarest words are soon. */
const enoughWords = 3;
const leastRows = 200;

/** One for all searches of a thread, which come one after the other: making it anew takes longer than using it. */
const tally = createTally();

/**
 * Asks the index which records have the parts, rare parts first, and which of them have most. Only where a word stands
 * is asked, not how well it matches: ranking a row costs the index ten times as much, and the likeliest are read anyway.
 */
export function gather(
  plan: Plan,
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  scope: Scope,
  statements: Statements,
  bounds: Bounds,
  { count, named, onlyPhrases }: Wanted,
): Gathered {
  const reader = createIndexReader(kind, scope, statements);
  // A long text, such as a ticket that others are matched with, may take longer than a few words that are typed.
  const long = Math.max(1, plan.words.length / 8);
  const parts = [...plan.parts].sort((a, b) => a.documents - b.documents);
  const { answers, complete } = askIndex(parts, tables, kind, reader, bounds, long);
  const met = new Set(answers.filter(({ ids }) => ids.length > 0).map(({ part }) => part));
  const phrased = new Set(onlyPhrases ? answers.flatMap(({ part, ids }) => (part.role === 'phrase' ? ids : [])) : []);
  tally.clear();
  // A note counts for what the record itself does not say, so both are of one round, the record's own first.
  const rounds = new Map(parts.map((part, at) => [part, 2 * at + 1]));
  const roundOf = ({ part, place }: Answer): number => (rounds.get(part) ?? 0) + (place === 'title' ? 1 : 0);
  for (const answer of [...answers].sort((a, b) => roundOf(a) - roundOf(b))) {
    const { part, place, weight } = answer;
    const ids = phrased.size > 0 ? answer.ids.filter((id) => phrased.has(id)) : answer.ids;
    tally.add(ids, part.weight * weight * worth[place], roundOf(answer));
  }
  const close = Math.round(bounds.closelyRead * Math.min(2, long));
  const ids = tally.best(Math.max(close, count) + named.length).filter((id) => !named.includes(id));
  const all = describe([...ids, ...named], plan.parts, answers);
  return {
    total: tally.size() - named.filter((id) => tally.has(id)).length,
    complete,
    met,
    likeliest: { ...all, ids },
    named: new Map(named.map((id, at) => [id, candidateAt(all, ids.length + at)])),
    close,
  };
}

/** The rare parts first, as long as the bounds let it; `long` is how many times those of a short text apply. */
function askIndex(
  parts: readonly Part[],
  tables: readonly IndexTable[],
  kind: KindOfRecord,
  reader: IndexReader,
  bounds: Bounds,
  long: number,
): { answers: Answer[]; complete: boolean } {
  const answers: Answer[] = [];
  let complete = true;

  /** Takes what it costs from the `rows` that may still be asked for, and says how many are left. */
  const ask = (part: Part, place: Place, rows: number, find: (expression: string, limit: number) => Found): number => {
    let left = rows;
    for (const { expression, weight } of [...part.probes].sort((a, b) => b.weight - a.weight)) {
      const { ids, cut } = find(expression, Math.max(leastRows, Math.ceil(left / reader.costOfRow)));
      left -= ids.length * reader.costOfRow;
      // Who has a word in the title has it already.
      if (cut && place !== 'title') complete = false;
      answers.push({ part, place, weight, ids });
    }
    return left;
  };

  let rows = bounds.ownRows * long;
  for (const part of parts) {
    rows = ask(part, 'own', rows, (expression, limit) => reader.find(kind.index, expression, limit));
  }
  rows = bounds.titleRows * long;
  let looked = 0;
  for (const part of parts) {
    // Without an index of titles, all rows of a word are looked at to see in which of them it is in the title.
    if (kind.titles === undefined) looked += part.documents;
    if (looked > part.documents && looked > bounds.titleLooks * long) break;
    rows = ask(part, 'title', rows, reader.findInTitle);
  }

  rows = bounds.noteRows * long;
  const noteTables = tables.slice(1);
  for (const table of noteTables) {
    let asked = 0;
    for (const part of parts) {
      if (part.documents * part.probes.length * reader.costOfRow > rows) continue;
      asked += 1;
      rows = ask(part, 'notes', rows, (expression, limit) => reader.find(table, expression, limit));
    }
    if (asked === parts.length) continue;
    complete = false;
    if (asked > 0) continue;
    const known = parts.filter((part) => part.role === 'word' && part.documents > 0).slice(0, enoughWords);
    if (known.length === 0) continue;
    // The rows of the rarest are read until enough of them have the others as well, which may never be.
    const from = reader.newest(table, bounds.allWordsLooks / (known[0]?.documents ?? 1));
    const { ids } = reader.find(table, allOf(known), bounds.allWordsRows, from);
    for (const part of known) answers.push({ part, place: 'notes', weight: 1, ids });
  }
  return { answers, complete };
}

const lastBits = 0xff_ff;

function describe(ids: readonly number[], parts: readonly Part[], answers: readonly Answer[]): Candidates {
  const candidates = createCandidates(ids, parts.length);
  const places = new Map(ids.map((id, at) => [id, at]));
  // Most of what was found is none of these, which a glance at the last bits of an id says.
  const likely = new Uint8Array(lastBits + 1);
  for (const id of ids) likely[id & lastBits] = 1;
  for (const { part, place, weight, ids: found } of answers) {
    const column = parts.indexOf(part);
    const value = middling * part.weight * weight;
    const kept = place === 'notes' ? candidates.notes : candidates.own;
    for (const id of found) {
      if (likely[id & lastBits] === 0) continue;
      const row = places.get(id);
      if (row === undefined) continue;
      const at = row * parts.length + column;
      if (place === 'title') candidates.titled[at] = 1;
      // Who has a word in the title has it, though the newest only may have been asked for.
      if (value > (kept[at] ?? 0)) kept[at] = value;
    }
  }
  return candidates;
}
