/**
 * Everything that a rank is made of, in one place, so that each can be taken away to see what it is worth
 * (`npm run eval:search -- FOLDER --ablate`).
 */
export interface Ranking {
  /** A word in more than half of all records still says something; FTS5's bm25 gives it nothing. */
  readonly commonWords: boolean;
  /** How soon saying a word again stops to count. */
  readonly k1: number;
  /** How much a long record has to say a word more often. */
  readonly b: number;
  /** What the best passage of a record counts beside the whole of it. */
  readonly passage: number;
  /** Words in a passage. */
  readonly passageWords: number;
  /** What neighbours of the query count that are neighbours in the record, and that are merely close. */
  readonly adjacent: number;
  readonly near: number;
  /** A word in another form (`printed` for `printer`) beside the word itself. */
  readonly otherForm: number;
  /** How much of the query is in the title; how much of the title is in the query; in its order; nothing else. */
  readonly titleAnswers: number;
  readonly titleAnswered: number;
  readonly titleOrder: number;
  readonly titleSame: number;
  /** What a note counts beside the ticket itself. */
  readonly ofNotes: number;
  /** What the latest ticket gains. */
  readonly recency: number;
  /** How soon saying a word again in a query stops to count (k3 of Okapi). */
  readonly k3: number;
}

export const ranking: Ranking = {
  commonWords: true,
  k1: 1.5,
  b: 0.75,
  passage: 1.5,
  passageWords: 30,
  adjacent: 0.5,
  near: 0.3,
  otherForm: 0.85,
  titleAnswers: 0.3,
  titleAnswered: 0.4,
  titleOrder: 0.2,
  titleSame: 1,
  ofNotes: 0.5,
  recency: 0.08,
  k3: 8,
};
