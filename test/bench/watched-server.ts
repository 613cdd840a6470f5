import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serveCore } from '../support/serve-core.ts';

/** What the process is told. Each is answered with one message. */
export type WatchedTask = 'reset' | 'report' | 'close' | { readonly import: string };

const [newDesk = 'demo', folder] = process.argv.slice(2) as ['demo' | 'empty' | undefined, string | undefined];
const served = await serveCore({ newDesk, readerThreads: 2, ...(folder !== undefined && { folder }) });
const { imports } = served.core;
served.core.warm();

const resolution = 1;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

async function bring(path: string): Promise<object> {
  const { plan } = await imports.inspect({ path });
  const started = performance.now();
  const id = await imports.start({ path }, plan, { dryRun: false, actor: 'bench' });
  await imports.settled();
  const { state, created } = imports.get(id);
  return { state, created, milliseconds: performance.now() - started };
}

async function carryOut(task: WatchedTask): Promise<object> {
  if (typeof task === 'object') return bring(task.import);
  if (task === 'reset') delay.reset();
  if (task === 'close') await served.close();
  // The monitor reports the timer's whole interval: what is beyond its resolution is delay.
  return { max: delay.max / 1e6 - resolution, p99: delay.percentile(99) / 1e6 - resolution };
}

process.on('message', (task: WatchedTask) => {
  void carryOut(task).then((answer) => process.send?.(answer, () => task === 'close' && process.exit(0)));
});
process.on('SIGTERM', () => void served.close().then(() => process.exit(0)));
process.send?.({ endpoint: served.endpoint, key: served.createKey() });
