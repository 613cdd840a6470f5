/** The calls that come in, for long work of the same process that lets them go first. */
export interface Traffic {
  /** Calls that began since the process started. */
  readonly begun: number;
  /** The same work, counted. */
  count<Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>): typeof work;
  /** Resolves when so many more calls have ended, or after so many milliseconds. */
  pass(calls: number, patience: number): Promise<void>;
}

export function createTraffic(): Traffic {
  let begun = 0;
  let ended = 0;
  const waiting = new Set<{ readonly until: number; readonly wake: () => void }>();

  return {
    get begun() {
      return begun;
    },
    count:
      (work) =>
      async (...given) => {
        begun += 1;
        try {
          return await work(...given);
        } finally {
          ended += 1;
          for (const { until, wake } of waiting) if (ended >= until) wake();
        }
      },
    pass: (calls, patience) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(late);
          waiting.delete(entry);
          resolve();
        };
        const entry = { until: ended + calls, wake };
        const late = setTimeout(wake, patience);
        waiting.add(entry);
      }),
  };
}
