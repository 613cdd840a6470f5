import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server under measurement, in a process of its own. */
export interface Subject {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  /** From spawning the process to its listening, in milliseconds. */
  readonly startMilliseconds: number;
  stop(): Promise<void>;
}

const root = new URL('../../', import.meta.url);
const built = fileURLToPath(new URL('out/main/main.js', root));
const require = createRequire(import.meta.url);

/** The workbench as people start it, from its build, with the demo desk. */
export async function startOurs(folder?: string): Promise<Subject> {
  const data = folder ?? join(mkdtempSync(join(tmpdir(), 'bench-')), 'data');
  const arguments_ = [built, 'serve', '--json', '--enable', '--port', '0', '--ui-port', '0', '--data-dir', data];
  const { child, line, milliseconds } = await startAndRead(arguments_, {}, /^\{/);
  const { endpoint } = JSON.parse(line) as { endpoint: string };
  return {
    url: endpoint,
    headers: { 'x-halo-api-key': await createKey(data) },
    process: child,
    startMilliseconds: milliseconds,
    stop: async () => {
      await stop(child);
      if (folder === undefined) rmSync(dirname(data), { recursive: true, force: true });
    },
  };
}

/** The reference: the SDK team's own example server, over streamable HTTP. */
export async function startEverything(): Promise<Subject> {
  const manifest = require.resolve('@modelcontextprotocol/server-everything/package.json');
  const port = await findFreePort();
  const { child, milliseconds } = await startAndRead(
    [join(dirname(manifest), 'dist/index.js'), 'streamableHttp'],
    { PORT: String(port) },
    /listening/i,
  );
  return fixed(child, `http://127.0.0.1:${port}/mcp`, milliseconds);
}

/** What HTTP alone costs: a server that parses the body and answers a constant. */
export async function startPlainHttp(): Promise<Subject> {
  const { child, line, milliseconds } = await startAndRead(
    [fileURLToPath(new URL('plain-http.ts', import.meta.url))],
    {},
    /^http/,
  );
  return fixed(child, line, milliseconds);
}

function fixed(child: ChildProcess, url: string, startMilliseconds: number): Subject {
  return { url, headers: {}, process: child, startMilliseconds, stop: () => stop(child) };
}

async function startAndRead(args: readonly string[], environment: Record<string, string>, ready: RegExp) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      const found = chunk
        .toString('utf8')
        .split('\n')
        .find((text) => ready.test(text));
      if (found !== undefined) resolve(found.trim());
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  return { child, line, milliseconds: performance.now() - started };
}

async function createKey(folder: string): Promise<string> {
  const child = spawn(process.execPath, [built, 'key', 'create', '--json', '--data-dir', folder]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await once(child, 'close');
  return (JSON.parse(output) as { key: string }).key;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
