import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { giveWay } from '../give-way.ts';

const port = parentPort;
if (port === null) throw new Error('The checkpoint thread must be started as a worker.');

await giveWay();
const { file } = workerData as { file: string };
// It writes nothing of its own: a checkpoint moves what the writer has committed from the log into the file.
const connection = new Sqlite(file, { fileMustExist: true });

port.on('message', () => {
  connection.pragma('wal_checkpoint(PASSIVE)');
  port.postMessage('done');
});
