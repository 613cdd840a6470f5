import type { Log } from '../../src-main/ports.ts';

/** Says nothing of what went as it should; a failure nobody expected still shows in the test's output. */
export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, details) => console.error(message, details),
};
