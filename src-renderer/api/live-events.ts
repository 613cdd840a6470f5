import { AppError } from '../../src-shared/errors/app-error.ts';
import { applyEvent, readEverythingAnew } from './apply-event.ts';
import { client } from './client.ts';
import { useConnection } from './connection.ts';

/** The core says something every ten seconds; after three silences it is taken for gone. */
const silence = 30_000;
const longestWait = 3_000;

/** Follows the core's event stream for as long as the page lives, and keeps what the page shows true by it. */
export async function followEvents(): Promise<never> {
  let wait = 100;
  for (;;) {
    try {
      await followOnce(() => {
        wait = 100;
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthorized') await untilSignedIn();
      else useConnection.getState().lose('reconnecting');
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(longestWait, wait * 2);
  }
}

/** Returns when the core ends the stream, throws when it breaks. */
async function followOnce(onHello: () => void): Promise<void> {
  const abort = new AbortController();
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const awake = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => abort.abort(), silence);
  };
  awake();
  try {
    for await (const event of await client.events.subscribe(undefined, { signal: abort.signal })) {
      awake();
      if (event.kind === 'hello') onHello();
      const { state, restore } = useConnection.getState();
      if (state !== 'online') restore();
      // Whatever happened while the page was out of touch was told to nobody.
      if (state === 'reconnecting') readEverythingAnew();
      applyEvent(event);
    }
    useConnection.getState().lose('reconnecting');
  } finally {
    clearTimeout(watchdog);
  }
}

function untilSignedIn(): Promise<void> {
  if (useConnection.getState().state !== 'signed-out') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useConnection.subscribe(({ state }) => {
      if (state === 'signed-out') return;
      stop();
      resolve();
    });
  });
}
