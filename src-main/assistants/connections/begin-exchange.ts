import type { ConnectionTarget } from './connection-target.ts';
import { explainFailure } from './explain-failure.ts';
import { hideInError } from './hide-in-error.ts';
import { type Patience, watchSilence } from './watch-silence.ts';

/** One request on its way to a server. */
export interface Exchange {
  readonly key: string;
  /** Aborted when somebody ends it, and when the server is silent for too long. */
  readonly ended: AbortSignal;
  /** The server sent something. */
  readonly heard: () => void;
  readonly finish: () => void;
  /** Ends it, and answers what is to be thrown: the signal's own reason, a sentence without the key in it, or a fault as it is. */
  explain(error: unknown): unknown;
}

export function beginExchange(target: ConnectionTarget, patience: Patience, signal: AbortSignal): Exchange {
  signal.throwIfAborted();
  const key = target.key();
  const { signal: silent, heard, stop } = watchSilence(target.name, patience);
  return {
    key,
    ended: AbortSignal.any([signal, silent]),
    heard,
    finish: stop,
    explain(error) {
      stop();
      if (signal.aborted) return signal.reason as unknown;
      const failure = explainFailure(silent.aborted ? silent.reason : error, target);
      if (failure === undefined || key === '') return failure ?? error;
      return hideInError(failure, (text) => text.replaceAll(key, '<key>'));
    },
  };
}
