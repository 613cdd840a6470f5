/** How long a window is out of sight before it lets go. In milliseconds. */
const patience = 20_000;

/**
 * Does work that holds a connection only while somebody can see the window: browsers allow few connections to one server,
 * all windows together. Ends when the work does, or when the window is out of sight, and then waits for it to come back.
 */
export async function whileInSight(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const leave = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') timer = setTimeout(() => leave.abort(), patience);
  };
  const stop = (): void => leave.abort();
  document.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', stop);
  look();
  try {
    await work(leave.signal);
  } catch (error) {
    if (!leave.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    signal.removeEventListener('abort', stop);
  }
  if (leave.signal.aborted && !signal.aborted) await untilInSight(signal);
}

function untilInSight(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
