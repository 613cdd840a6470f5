import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { FilePreview } from '../map/preview-file.ts';
import type { FileSample } from '../map/sample-file.ts';
import {
  batchesAhead,
  type FromThread,
  type LookingTask,
  type ReadingTask,
  type RowBatch,
  type ThreadTask,
  type ToThread,
} from './thread-messages.ts';

/** The rows of a file, read and mapped on a thread of their own, which ends with the iteration. */
export async function* readOnThread(task: ReadingTask, signal: AbortSignal): AsyncIterable<RowBatch> {
  const { port1: batches, port2 } = new MessageChannel();
  let isFirst = true;
  try {
    for await (const { message, more } of listen({ kind: 'read', batches: port2, ...task }, signal)) {
      if (message.kind !== 'batch') return;
      yield receiveMessageOnPort(batches)?.message as RowBatch;
      more(isFirst ? batchesAhead : 1);
      isFirst = false;
    }
  } finally {
    batches.close();
  }
}

/** What the columns of a file hold. */
export async function sampleOnThread(
  task: Pick<LookingTask, 'path' | 'format'>,
  signal: AbortSignal,
): Promise<FileSample> {
  return (await look(task, signal)) as FileSample;
}

/** What a plan makes of the first rows of a file. */
export async function previewOnThread(task: ReadingTask, signal: AbortSignal): Promise<FilePreview> {
  return (await look(task, signal)) as FilePreview;
}

async function look(task: LookingTask, signal: AbortSignal): Promise<FileSample | FilePreview> {
  for await (const { message } of listen({ kind: 'look', ...task }, signal)) {
    if (message.kind === 'seen') return message.seen;
  }
  throw new Error('The thread ended without having looked.');
}

async function* listen(
  task: ThreadTask,
  signal: AbortSignal,
): AsyncIterable<{ readonly message: FromThread; readonly more: (batches: number) => void }> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const transferList = task.kind === 'read' ? [task.batches] : [];
  const worker = new Worker(new URL(`./import-thread.${extension}`, import.meta.url), {
    workerData: task,
    transferList,
  });
  const arrived: FromThread[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  const hear = (event: () => void): void => {
    event();
    wake();
  };
  const stop = (): void => hear(() => void (failure ??= signal.reason as Error));
  worker.on('message', (message: FromThread) => hear(() => void arrived.push(message)));
  worker.on('error', (error) => hear(() => void (failure ??= error as Error)));
  worker.on('exit', () =>
    hear(() => {
      const isTold = arrived.some(({ kind }) => kind !== 'batch');
      if (!isTold) failure ??= new AppError('busy', 'Reading the file was interrupted. Try again.');
    }),
  );
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      signal.throwIfAborted();
      const message = arrived.shift();
      if (message === undefined) {
        if (failure !== undefined) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if (message.kind === 'failed') throw new AppError(message.code, message.message);
      yield { message, more: (batches) => worker.postMessage({ batches } satisfies ToThread) };
      if (message.kind === 'end') return;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
