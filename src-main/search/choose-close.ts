import { type Candidate, candidateAt, type Candidates } from './candidates.ts';
import { middling } from './gather.ts';
import type { KindOfRecord } from './kinds.ts';
import type { Plan } from './plan.ts';
import type { Ranking } from './ranking.ts';
import { readSizes, type Sizes } from './read-sizes.ts';
import type { Statements } from './statements.ts';
import { titleWorth } from './title-worth.ts';

interface Needs {
  readonly plan: Plan;
  readonly kind: KindOfRecord;
  readonly statements: Statements;
  readonly ranking: Ranking;
  /** How many words a record has on average. */
  readonly average: number;
  /** Weight of all words of the query that some record has. */
  readonly asked: number;
}

/** The share of a record's words that is taken to stand in one passage. */
const inPassage = 0.7;

/**
 * Which of the likeliest are worth reading, where they are more than can be: on a large desk thousands have the same words
 * of a question. Each is rated as if it said each of its words once, by what the index knows without its text: which words
 * it has, which of them in the title, and how long both are.
 */
export function chooseClose(likeliest: Candidates, many: number, rated: number, needs: Needs): readonly Candidate[] {
  const { ids } = likeliest;
  const take = (places: readonly number[]): Candidate[] =>
    places.slice(0, many).map((at) => candidateAt(likeliest, at));
  if (ids.length <= many || rated <= many) return take([...ids.keys()]);
  const known = ids.slice(0, rated);
  const rate = createRating(likeliest, needs);
  const ratings = Float64Array.from(readSizes(needs.kind.index, known, needs.statements), (size, at) => rate(at, size));
  return take(
    [...known.keys()].sort((a, b) => (ratings[b] ?? 0) - (ratings[a] ?? 0) || (known[b] ?? 0) - (known[a] ?? 0)),
  );
}

/** Rates the candidate at a place of the ids. */
function createRating(
  { own, notes, titled }: Candidates,
  { plan: { parts }, kind, ranking, average, asked }: Needs,
): (place: number, size: Sizes | undefined) => number {
  const { k1, b, passage } = ranking;
  const ofTitle = kind.index.weights[0] ?? 1;
  const isWord = parts.map(({ role }) => role === 'word');
  return (place, size) => {
    if (size === undefined) return 0;
    const room = k1 * (1 - b + (b * size.all) / average);
    let [earned, had, words, together] = [0, 0, 0, 0];
    for (let part = 0; part < parts.length; part += 1) {
      const at = place * parts.length + part;
      const count = titled[at] === 1 ? ofTitle : 1;
      const worth = (own[at] ?? 0) / middling;
      earned += Math.max((worth * count * (k1 + 1)) / (count + room), notes[at] ?? 0);
      if (isWord[part] !== true || worth === 0) continue;
      together += worth;
      if (titled[at] !== 1) continue;
      had += worth;
      words += 1;
    }
    const share = Math.min(1, words / Math.max(1, size.title));
    const title = titleWorth({ had, share, inOrder: 0 }, asked, false, ranking);
    return (earned + passage * inPassage * together) * title;
  };
}
