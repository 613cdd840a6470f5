import { spawn } from 'node:child_process';
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

/** The priorities of a process's threads by their name; the nineteenth field of stat is the niceness. */
function listPriorities(pid: number): { name: string; priority: number }[] {
  return readdirSync(`/proc/${pid}/task`).map((id) => {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/task/${id}/stat`, 'utf8')) ?? [];
    return { name, priority: Number(rest.split(' ')[16]) };
  });
}

/** Lives until its input ends. */
const program = `
  const { letHelpersGiveWay } = await import('${giveWay}');
  await letHelpersGiveWay();
  await letHelpersGiveWay();
  console.log('done');
  process.stdin.resume();
`;

test.runIf(process.platform === 'linux')('a thread that gives way leaves every other thread its priority', async () => {
  const usual = getPriority();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(thread)}`));
  try {
    const [priority] = (await once(worker, 'message')) as [number];
    expect(priority).toBe(Math.min(19, usual + 10));
    expect(getPriority()).toBe(usual);
    const yielding = listPriorities(process.pid).filter((each) => each.priority !== usual);
    expect(yielding).toHaveLength(1);
  } finally {
    await worker.terminate();
  }
});

test.runIf(process.platform === 'linux')('the helpers of the engine give way, once, and nobody else does', async () => {
  const usual = getPriority();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
  try {
    await once(child.stdout, 'data');
    const threads = listPriorities(child.pid ?? 0);
    const [helpers, others] = [true, false].map((isHelper) =>
      threads.filter(({ name }) => (name === 'V8Worker') === isHelper).map(({ priority }) => priority),
    );
    expect(new Set(helpers)).toEqual(new Set([Math.min(19, usual + 10)]));
    expect(new Set(others)).toEqual(new Set([usual]));
  } finally {
    child.stdin.end();
  }
});
