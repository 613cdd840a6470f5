import { Worker } from 'node:worker_threads';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { CountedWord } from '../../search/counted-words.ts';
import type { ReaderQueries } from './index.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts';

type Input<N extends keyof ReaderQueries> = Parameters<ReaderQueries[N]>[0];
type Output<N extends keyof ReaderQueries> = ReturnType<ReaderQueries[N]>;

export interface ReaderPool {
  /** Runs one registered query on a reader thread, so that the event loop is never held by a long read. */
  run<N extends keyof ReaderQueries>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Starts the threads ahead of the first query. */
  warm(): void;
  /**
   * Counts the common words of a large index ahead of the searches that would have to, on a thread that gives way. While it
   * does, the same promise is answered with. Never rejects: without it searches count for themselves.
   */
  countWords(): Promise<void>;
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

  let words: readonly CountedWord[] | undefined;
  let counter: Worker | undefined;
  let counting: Promise<void> | undefined;

  const startThread = (name: 'reader' | 'word'): Worker => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./${name}-thread.${extension}`, import.meta.url), { workerData: { file } });
    worker.unref();
    return worker;
  };

  const start = (slot: number): Reader => {
    const worker = startThread('reader');
    const reader: Reader = { worker, waiting: new Map() };
    worker.on('message', (answer: ReaderAnswer) => {
      const call = reader.waiting.get(answer.id);
      reader.waiting.delete(answer.id);
      // While it ends it is waited for.
      if (reader.waiting.size === 0 && !closed) worker.unref();
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
    if (words !== undefined) tell(reader, words);
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

  const post = (reader: Reader, request: ReaderRequest): void => reader.worker.postMessage(request);
  const tell = (reader: Reader, counted: readonly CountedWord[]): void =>
    post(reader, { id: nextId++, name: 'learnWords', input: counted });

  const run = <N extends keyof ReaderQueries>(name: N, input: Input<N>): Promise<Output<N>> =>
    new Promise<Output<N>>((resolve, reject) => {
      if (closed) throw new AppError('busy', 'The workbench is shutting down.');
      const reader = leastBusy();
      if (reader.waiting.size >= maximumWaiting) {
        throw new AppError('busy', 'Too many searches are waiting. Try again in a moment.');
      }
      const request: ReaderRequest = { id: nextId++, name, input };
      reader.waiting.set(request.id, { resolve: (output) => resolve(output as Output<N>), reject });
      reader.worker.ref();
      post(reader, request);
    });

  const count = async (): Promise<void> => {
    const isWorth = await run('hasCommonWords', undefined).catch(() => false);
    if (!isWorth || closed) return;
    const thread = (counter = startThread('word'));
    thread.on('message', (counted: readonly CountedWord[]) => {
      words = counted;
      for (const reader of readers) if (reader !== undefined) tell(reader, counted);
    });
    thread.on('error', () => undefined);
    await new Promise((resolve) => thread.on('exit', resolve));
    counter = undefined;
  };
  const countWords = (): Promise<void> => (counting ??= count().finally(() => (counting = undefined)));

  return {
    run,
    countWords,
    warm: () => {
      for (let slot = 0; slot < size; slot += 1) if (readers[slot] === undefined) start(slot);
    },
    close: async () => {
      closed = true;
      const threads = [...readers.map((reader) => reader?.worker), counter];
      await Promise.all(threads.flatMap((thread) => (thread === undefined ? [] : [thread.terminate()])));
    },
  };
}
