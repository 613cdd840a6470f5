import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import react from '@vitejs/plugin-react';
import { createServer, type ProxyOptions } from 'vite';

const root = join(import.meta.dirname, '..');

/** A port that stays the same when the core starts again, so that the page finds it. */
async function findFreePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** To the core a request looks as if it came from the core's own page, but only when it came from this one. */
function forward(core: string, page: () => string): ProxyOptions {
  return {
    target: core,
    changeOrigin: true,
    configure: (proxy) =>
      void proxy.on('proxyReq', (request) => {
        if (request.getHeader('origin') === page()) request.setHeader('origin', core);
      }),
  };
}

// The core from its sources, started again when one of them changes.
const uiPort = await findFreePort();
const core = `http://127.0.0.1:${uiPort}`;
const program = join(root, 'src-main/entry/headless/main.ts');
const options = ['serve', '--json', '--ui-port', String(uiPort), ...process.argv.slice(2)];
const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', program, ...options], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
child.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));

// The pages from theirs, replaced in the browser while one looks at them.
let page = '';
const proxied = forward(core, () => page);
const vite = await createServer({
  configFile: false,
  root: join(root, 'src-renderer'),
  cacheDir: join(root, 'node_modules/.cache/vite'),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/rpc': proxied, '/session': proxied } },
  logLevel: 'warn',
});
await vite.listen();
page = `http://127.0.0.1:${(vite.httpServer?.address() as AddressInfo).port}`;

for await (const line of createInterface({ input: child.stdout })) {
  if (!line.startsWith('{')) continue;
  const started = JSON.parse(line) as {
    endpoint?: string;
    ui?: { signIn: string };
    error?: { message: string };
  };
  if (started.error !== undefined) console.error(started.error.message);
  if (started.ui !== undefined) {
    console.log(`Open ${started.ui.signIn.replace(core, page)}  (MCP endpoint ${started.endpoint})`);
  }
}
