import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { giveWay } from '../../give-way.ts';
import { mapFile } from '../map/map-file.ts';
import { previewFile } from '../map/preview-file.ts';
import { sampleFile } from '../map/sample-file.ts';
import type { FromThread, ThreadTask, ToThread } from './thread-messages.ts';

const port = parentPort;
if (port === null) throw new Error('The import thread must be started as a worker.');

const say = (message: FromThread): void => port.postMessage(message);

/** The first one is written with nobody else at work: the code for it is new. */
let credit = 1;
let wake: () => void = () => undefined;
port.on('message', ({ batches }: ToThread) => {
  credit += batches;
  wake();
});

async function run(task: ThreadTask): Promise<void> {
  const { path, format } = task;
  if (task.kind === 'look') {
    const seen = task.plan === undefined ? sampleFile(path, format) : previewFile(path, format, task.plan);
    return say({ kind: 'seen', seen: await seen });
  }
  const { plan, batches } = task;
  for await (const batch of mapFile(path, format, plan)) {
    batches.postMessage(batch);
    say({ kind: 'batch' });
    credit -= 1;
    while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
  }
}

await giveWay();
run(workerData as ThreadTask).then(
  () => {
    say({ kind: 'end' });
    port.close();
  },
  (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    say({ kind: 'failed', code: error.code, message: error.message });
    port.close();
  },
);
