import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WatchedTask } from './watched-server.ts';

export interface Held {
  readonly max: number;
  readonly p99: number;
}

/** A served workbench in a process of its own that tells how long its event loop was held, in ms, since the last reset. */
export async function startWatched(...args: readonly string[]) {
  const server = fork(fileURLToPath(new URL('watched-server.ts', import.meta.url)), args);
  const answer = async (): Promise<unknown> => ((await once(server, 'message')) as [unknown])[0];
  const ask = (task: WatchedTask): Promise<unknown> => {
    server.send(task);
    return answer();
  };
  const { endpoint, key } = (await answer()) as { endpoint: string; key: string };
  return {
    subject: { url: endpoint, headers: { 'x-halo-api-key': key } },
    reset: () => ask('reset'),
    report: () => ask('report') as Promise<Held>,
    bring: (path: string) => ask({ import: path }) as Promise<{ state: string; created: number; milliseconds: number }>,
    close: () => ask('close'),
    kill: () => server.kill(),
  };
}
