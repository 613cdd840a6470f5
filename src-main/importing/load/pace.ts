import { performance } from 'node:perf_hooks';

/** How much to do at a time so that it takes a given time, learned from how long it took before. */
export interface Pace {
  /** Does as much as should take so many milliseconds. */
  measure<Result>(milliseconds: number, work: (amount: number) => Result): Result;
}

export function createPace({ start, most }: { readonly start: number; readonly most: number }): Pace {
  let perMillisecond: number | undefined;
  return {
    measure(milliseconds, work) {
      const wanted = perMillisecond === undefined ? start : perMillisecond * milliseconds;
      const amount = Math.round(Math.min(most, Math.max(1, wanted)));
      const started = performance.now();
      const result = work(amount);
      const reached = amount / (performance.now() - started);
      // Up by a little, down at once: the next portion may be a harder one.
      perMillisecond = Math.min(reached, (perMillisecond ?? reached) * 1.25);
      return result;
    },
  };
}
