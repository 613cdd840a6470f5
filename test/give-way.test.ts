import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const giveWay = new URL('../src-main/give-way.ts', import.meta.url).href;
const thread = `
  const { parentPort } = await import('node:worker_threads');
  const { getPriority } = await import('node:os');
  const { giveWay } = await import('${giveWay}');
  await giveWay();
  parentPort.once('message', () => undefined);
  parentPort.postMessage(getPriority());
`;

/** The priorities of this process's threads by their name; the nineteenth field of stat is the niceness. */
function listPriorities(): { name: string; priority: number }[] {
  return readdirSync('/proc/self/task').map((id) => {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/self/task/${id}/stat`, 'utf8')) ?? [];
    return { name, priority: Number(rest.split(' ')[16]) };
  });
}

test.runIf(process.platform === 'linux')('a thread that gives way leaves every other thread its priority', async () => {
  const usual = getPriority();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(thread)}`));
  try {
    const [priority] = (await once(worker, 'message')) as [number];
    expect(priority).toBe(Math.min(19, usual + 10));
    expect(getPriority()).toBe(usual);
    const yielding = listPriorities().filter((each) => each.priority !== usual);
    expect(yielding).toHaveLength(1);
  } finally {
    await worker.terminate();
  }
});
