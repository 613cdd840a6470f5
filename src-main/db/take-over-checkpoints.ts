import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';

/**
 * Pages of the log: for so many that are not in the file yet a load waits for a checkpoint, which writes a page once however
 * often it was changed; at so many in all until everything is there, after which the log begins anew.
 */
const begun = 40_000;
const waitedFor = 80_000;

export interface Checkpoints {
  /** To be called between two transactions of a load. Resolves when it may go on; undefined means at once. */
  relief(): Promise<void> | undefined;
  /** Brings the log to the disk, so that the next commit that waits for the disk has little to wait for. */
  flush(): Promise<void>;
  /** The writer makes its checkpoints itself again. */
  end(): Promise<void>;
}

/**
 * Makes the checkpoints of a load on a thread. The writer's own would come with some of its commits and hold the event
 * loop for as long as the disk takes. Elsewhere it holds nobody, but a commit meanwhile may wait for the file system up to
 * 20 ms, so the load, which can, waits for the checkpoint instead.
 */
export function takeOverCheckpoints(connection: Database, file: string): Checkpoints {
  const usual = Number(connection.pragma('wal_autocheckpoint', { simple: true }));
  connection.pragma('wal_autocheckpoint = 0');
  let worker: Worker | undefined;
  let running: Promise<void> | undefined;
  let ended = false;

  const start = (): Worker => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const started = new Worker(new URL(`./checkpoint-thread.${extension}`, import.meta.url), { workerData: { file } });
    // Without the thread everything is as it was before.
    started.on('error', giveBack);
    return started;
  };
  const giveBack = (): void => {
    ended = true;
    if (connection.open) connection.pragma(`wal_autocheckpoint = ${usual}`);
  };
  const begin = (): Promise<void> => {
    const thread = (worker ??= start());
    running ??= new Promise<void>((resolve) => {
      const finish = (): void => {
        thread.off('message', finish).off('exit', finish);
        running = undefined;
        resolve();
      };
      thread.on('message', finish).on('exit', finish);
      thread.postMessage('checkpoint');
    });
    return running;
  };
  const measure = (): { all: number; left: number } => {
    const [row] = connection.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
    return row === undefined ? { all: 0, left: 0 } : { all: row.log, left: row.log - row.checkpointed };
  };
  /** The log begins anew with the next write only when all of it is in the file. */
  const catchUp = async (): Promise<void> => {
    while (!ended && measure().left > 0) await begin();
  };

  return {
    relief() {
      if (ended) return undefined;
      const { all, left } = measure();
      if (all >= waitedFor && left > 0) return catchUp();
      return left >= begun ? begin() : undefined;
    },
    async flush() {
      // One that is under way may have begun before the last commit.
      await running;
      if (!ended) await begin();
    },
    async end() {
      await running;
      giveBack();
      await worker?.terminate();
    },
  };
}
