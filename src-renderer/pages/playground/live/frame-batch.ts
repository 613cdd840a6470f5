/** Without a frame for so long, as in a window that nobody sees, events are taken all the same. In milliseconds. */
const longestWait = 200;

/** Collects what comes between two frames, and hands it over in one piece just before the next one is drawn. */
export function createFrameBatch<T>(take: (batch: readonly T[]) => void): { add(one: T): void; flush(): void } {
  let waiting: T[] = [];
  let cancel: (() => void) | undefined;
  const flush = (): void => {
    cancel?.();
    cancel = undefined;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    take(batch);
  };
  return {
    add(one) {
      waiting.push(one);
      if (cancel !== undefined) return;
      const frame = requestAnimationFrame(flush);
      const timer = setTimeout(flush, longestWait);
      cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    },
    flush,
  };
}
