import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../../give-way.ts';
import { countCommonWords } from '../../search/common-words.ts';
import { openReadOnly } from '../open-database.ts';

const port = parentPort;
if (port === null) throw new Error('The word thread must be started as a worker.');

await giveWay();
const connection = openReadOnly((workerData as { file: string }).file);
port.postMessage(countCommonWords(connection));
connection.close();
