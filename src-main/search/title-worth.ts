import type { Ranking } from './ranking.ts';
import type { TitleScore } from './score-text.ts';

const halfLifeOfRecency = 90 * 86_400_000;

/** What a title multiplies a record's score by; `asked` is the weight of all words of the query that some record has. */
export function titleWorth(title: TitleScore, asked: number, isSame: boolean, ranking: Ranking): number {
  const ofQuery = Math.min(1, title.had / asked);
  return (
    1 +
    ranking.titleAnswers * ofQuery +
    ranking.titleAnswered * ofQuery * title.share +
    ranking.titleOrder * title.inOrder +
    (isSame ? ranking.titleSame : 0)
  );
}

/** What being recent multiplies a score by; `age` in milliseconds, Infinity where a kind has none. */
export const recencyWorth = (age: number, ranking: Ranking): number =>
  1 + ranking.recency * 2 ** (-age / halfLifeOfRecency);
