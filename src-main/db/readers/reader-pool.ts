import { Worker } from 'node:worker_threads';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ReaderQueries } from './index.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts';

type Input<N extends keyof ReaderQueries> = Parameters<ReaderQueries[N]>[0];
type Output<N extends keyof ReaderQueries> = ReturnType<ReaderQueries[N]>;

export interface ReaderPool {
  /** Runs one registered query on a reader thread, so that the event loop is never held by a long read. */
  run<N extends keyof ReaderQueries>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Starts the threads ahead of the first query. */
  warm(): void;
  close(): Promise<void>;
}

interface Reader {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(output: unknown): void; reject(error: Error): void }>;
}

/** At most this many queries wait; beyond it callers are told to come back, so a flood cannot fill memory. */
const maximumWaiting = 2000;

/** Reader threads over their own read-only connections, started on first use. A thread that dies is replaced. */
export function createReaderPool(file: string, size: number): ReaderPool {
  const readers: (Reader | undefined)[] = Array.from({ length: size }, () => undefined);
  let nextId = 1;
  let closed = false;

  const start = (slot: number): Reader => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./reader-thread.${extension}`, import.meta.url), { workerData: { file } });
    const reader: Reader = { worker, waiting: new Map() };
    worker.unref();
    worker.on('message', (answer: ReaderAnswer) => {
      const call = reader.waiting.get(answer.id);
      reader.waiting.delete(answer.id);
      if (reader.waiting.size === 0) worker.unref();
      if ('error' in answer) call?.reject(new Error(answer.error));
      else call?.resolve(answer.output);
    });
    const fail = (error: Error): void => {
      if (readers[slot] === reader) readers[slot] = undefined;
      for (const call of reader.waiting.values()) call.reject(error);
      reader.waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new AppError('busy', 'The search was interrupted. Try again.')));
    readers[slot] = reader;
    return reader;
  };

  const leastBusy = (): Reader => {
    let best: Reader | undefined;
    for (let slot = 0; slot < size; slot += 1) {
      const reader = readers[slot] ?? start(slot);
      if (best === undefined || reader.waiting.size < best.waiting.size) best = reader;
      if (best.waiting.size === 0) break;
    }
    if (best === undefined) throw new Error('A reader pool needs at least one thread.');
    return best;
  };

  return {
    run: <N extends keyof ReaderQueries>(name: N, input: Input<N>) =>
      new Promise<Output<N>>((resolve, reject) => {
        if (closed) throw new AppError('busy', 'The workbench is shutting down.');
        const reader = leastBusy();
        if (reader.waiting.size >= maximumWaiting) {
          throw new AppError('busy', 'Too many searches are waiting. Try again in a moment.');
        }
        const request: ReaderRequest = { id: nextId++, name, input };
        reader.waiting.set(request.id, { resolve: (output) => resolve(output as Output<N>), reject });
        reader.worker.ref();
        reader.worker.postMessage(request);
      }),
    warm: () => {
      for (let slot = 0; slot < size; slot += 1) if (readers[slot] === undefined) start(slot);
    },
    close: async () => {
      closed = true;
      await Promise.all(readers.flatMap((reader) => (reader === undefined ? [] : [reader.worker.terminate()])));
    },
  };
}
