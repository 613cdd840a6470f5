import { parentPort, workerData } from 'node:worker_threads';
import { openReadOnly } from '../open-database.ts';
import { prepareReaderQueries } from './index.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts';

const port = parentPort;
if (port === null) throw new Error('The reader thread must be started as a worker.');

const { file } = workerData as { file: string };
const queries = prepareReaderQueries(openReadOnly(file));

port.on('message', (request: ReaderRequest) => {
  port.postMessage(answer(request));
});

function answer({ id, name, input }: ReaderRequest): ReaderAnswer {
  try {
    const query = queries[name] as (input: unknown) => unknown;
    return { id, output: query(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
