import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { acquireOwnerLock } from '../../src-main/db/owner-lock.ts';
import { createDesktopHost, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { listProcessTree, listSockets, type Socket } from '../support/electron/list-sockets.ts';
import { makeFolder, runCli, startWorkbench } from '../support/start-workbench.ts';

const obstacle = findObstacle();

describe.skipIf(obstacle !== undefined)('starting the desktop app', { timeout: 60_000 }, () => {
  let host: DesktopHost;

  beforeAll(async () => {
    host = await createDesktopHost();
  }, 90_000);
  afterAll(async () => {
    await host?.close();
  });

  test.runIf(process.platform === 'linux')(
    'only the endpoint’s port listens, nothing is reached beyond this machine, and a signal to stop closes everything',
    async () => {
      const folder = makeFolder();
      const app = host.start(folder, ['--empty', '--enable']);
      const seen = new Map<string, Socket>();
      const watch = setInterval(() => {
        for (const socket of listSockets(listProcessTree(app.pid ?? 0))) seen.set(JSON.stringify(socket), socket);
      }, 50);
      try {
        const listening = (): string[] => [...seen.values()].filter(({ listens }) => listens).map(({ local }) => local);
        await vi.waitFor(() => expect(listening()).not.toEqual([]), 40_000);
        const { json } = await runCli(['endpoint', 'show', '--json', '--data-dir', folder]);
        const { url } = json as { url: string };
        expect((await fetch(url, { method: 'POST' })).status).toBe(401);
        expect(listening()).toEqual([new URL(url).host]);
      } finally {
        clearInterval(watch);
      }
      app.kill('SIGTERM');
      expect(await ended(app)).toMatchObject({ code: 0 });
      acquireOwnerLock(folder).release();
      const foreign = [...seen.values()].filter(
        ({ listens, remote, family }) => family.startsWith('udp') || (!listens && !remote.startsWith('127.')),
      );
      expect(foreign).toEqual([]);
    },
  );

  test('a port in use is told in a native window, and is the exit code', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const folder = makeFolder();
    const { code, shown } = await startRefused(folder, ['--empty', '--port', String(port)]);
    taken.close();
    expect(shown).toEqual([
      `Port ${port} is in use by another program. ${'Choose another with --port, or --port 0 for any that is free.'}`,
    ]);
    expect(code).toBe(7);
    acquireOwnerLock(folder).release();
  });

  test('a folder that a headless workbench serves is told in a native window, and is the exit code', async () => {
    const served = await startWorkbench({ args: ['--empty'] });
    const { code, shown } = await startRefused(served.folder, []);
    await served.stop();
    expect(shown).toEqual([expect.stringContaining('A workbench is already serving the data folder')]);
    expect(code).toBe(6);
  });

  test('an option that cannot be understood is told in a native window, and is the exit code', async () => {
    const { code, shown } = await startRefused(makeFolder(), ['--port', 'http']);
    expect(shown).toEqual(['Give a number from 0 to 65535 after --port.']);
    expect(code).toBe(2);
  });

  /** Starts the app with a stand-in for the native window, which would wait for somebody to close it. */
  async function startRefused(
    folder: string,
    args: readonly string[],
  ): Promise<{ code: number | null; shown: string[] }> {
    const standIn = join(host.app.folder, 'stand-in.cjs');
    writeFileSync(
      standIn,
      `require('electron').dialog.showErrorBox = (_title, text) => process.stdout.write(JSON.stringify(text) + '\\n');`,
    );
    const { code, output } = await ended(host.start(folder, args, ['-r', standIn]));
    const lines = output.split('\n').filter((line) => line.startsWith('"'));
    return { code, shown: lines.map((line) => JSON.parse(line) as string) };
  }
});

async function ended(app: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  app.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  app.stderr?.resume();
  const [code] = (await once(app, 'close')) as [number | null];
  return { code, output };
}
