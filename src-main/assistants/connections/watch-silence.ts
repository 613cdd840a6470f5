import { connectionFailure } from './connection-failure.ts';

/** How long a server may take, in milliseconds. */
export interface Patience {
  /** From the request to the first byte of the answer. */
  readonly firstByte: number;
  /** Between one part of the answer and the next. */
  readonly silence: number;
}

/** A model may have to be loaded first, and may think for long without a word. */
export const usualPatience: Patience = { firstByte: 120_000, silence: 240_000 };

export interface SilenceWatch {
  /** Aborted, with a failure as its reason, when the server was silent for too long. */
  readonly signal: AbortSignal;
  readonly heard: () => void;
  stop(): void;
}

export function watchSilence(name: string, patience: Patience): SilenceWatch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  let stopped = false;
  const wait = (milliseconds: number, sentence: string): void => {
    timer = setTimeout(() => controller.abort(connectionFailure('timeout', sentence)), milliseconds).unref();
  };
  wait(
    patience.firstByte,
    `${name} did not begin to answer within ${seconds(patience.firstByte)}. Try again, or check that the server is not overloaded.`,
  );
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      if (stopped) return;
      wait(
        patience.silence,
        `${name} began to answer and then sent nothing for ${seconds(patience.silence)}. Try again.`,
      );
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function seconds(milliseconds: number): string {
  return milliseconds === 1000 ? 'a second' : `${milliseconds / 1000} seconds`;
}
