import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serveCore } from '../support/serve-core.ts';

const served = await serveCore({ newDesk: 'demo', readerThreads: 2 });
served.core.warm();

const resolution = 1;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

process.on('message', (message) => {
  if (message === 'reset') delay.reset();
  if (message === 'report') {
    // The monitor reports the timer's whole interval: what is beyond its resolution is delay.
    process.send?.({ max: delay.max / 1e6 - resolution, p99: delay.percentile(99) / 1e6 - resolution });
  }
});
process.on('SIGTERM', () => void served.close().then(() => process.exit(0)));
process.send?.({ endpoint: served.endpoint, key: served.createKey() });
