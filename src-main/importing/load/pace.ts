import { performance } from 'node:perf_hooks';

/**
 * How long one transaction of a load should hold the event loop, in ms, its commit included. A ticket changes some twenty
 * pages of its indexes, and each commit writes every changed page anew, so shorter ones cost much more in all.
 */
export const hold = 10;

/** How much to do at a time so that it takes a little less than `hold`, learned from how long it took before. */
export interface Pace {
  measure<Result>(work: (amount: number) => Result): Result;
}

export function createPace({ start, most }: { readonly start: number; readonly most: number }): Pace {
  let amount = start;
  return {
    measure(work) {
      const started = performance.now();
      const result = work(Math.round(amount));
      const took = performance.now() - started;
      // Up by a little, down at once: the next portion may be a harder one.
      amount = Math.min(most, Math.max(1, amount * Math.min(1.25, (0.7 * hold) / took)));
      return result;
    },
  };
}
