/**
 * Runs work of a name at once and then at most once in `milliseconds`; what comes in between is done at the end of that
 * time, once.
 */
export function createThrottle<Name>(milliseconds: number): (name: Name, work: () => void) => void {
  const resting = new Map<Name, (() => void) | undefined>();
  const run = (name: Name, work: () => void): void => {
    resting.set(name, undefined);
    work();
    setTimeout(() => {
      const next = resting.get(name);
      resting.delete(name);
      if (next !== undefined) run(name, next);
    }, milliseconds);
  };
  return (name, work) => {
    if (resting.has(name)) resting.set(name, work);
    else run(name, work);
  };
}
