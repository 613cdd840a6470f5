import type { Log } from '../../ports.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Shells report a program that a signal ended as 128 and the signal's number. */
const forcedExitCode = 130;

export interface Stop {
  /** Resolves at the first signal to stop; a second one ends the process where it stands. */
  readonly requested: Promise<void>;
  /** To be called when everything is closed. */
  done(): void;
}

export function waitForStop(log: Log): Stop {
  let request!: () => void;
  const requested = new Promise<void>((resolve) => (request = resolve));
  let asked = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(forcedExitCode);
    asked = true;
    log.info('Stopping.', { signal });
    request();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return {
    requested,
    done: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
