import { type Candidate, middling } from './gather.ts';
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
export function chooseClose(
  likeliest: readonly Candidate[],
  many: number,
  rated: number,
  needs: Needs,
): readonly Candidate[] {
  if (likeliest.length <= many || rated <= many) return likeliest.slice(0, many);
  const known = likeliest.slice(0, rated);
  const sizes = readSizes(
    needs.kind.index,
    known.map(({ id }) => id),
    needs.statements,
  );
  const rate = createRating(needs);
  return known
    .map((candidate) => ({ candidate, rating: rate(candidate, sizes.get(candidate.id)) }))
    .sort((a, b) => b.rating - a.rating || b.candidate.id - a.candidate.id)
    .slice(0, many)
    .map(({ candidate }) => candidate);
}

function createRating({ plan: { parts }, kind, ranking, average, asked }: Needs) {
  const { k1, b, passage } = ranking;
  const ofTitle = kind.index.weights[0] ?? 1;
  const isWord = parts.map(({ role }) => role === 'word');
  return ({ own, notes, titled }: Candidate, size: Sizes | undefined): number => {
    if (size === undefined) return 0;
    const room = k1 * (1 - b + (b * size.all) / average);
    let [earned, had, words, together] = [0, 0, 0, 0];
    for (let at = 0; at < parts.length; at += 1) {
      const count = titled[at] === 1 ? ofTitle : 1;
      const worth = (own[at] ?? 0) / middling;
      earned += Math.max((worth * count * (k1 + 1)) / (count + room), notes[at] ?? 0);
      if (isWord[at] !== true || worth === 0) continue;
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
