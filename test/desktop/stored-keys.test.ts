import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listRuntimeFolders, readSurroundings } from '../../src-main/config/places.ts';
import { findOwner } from '../../src-main/entry/owner.ts';
import { type AdminClient, createRemoteClient } from '../../src-main/http/admin-client.ts';
import { createSocketFetch } from '../../src-main/http/socket-fetch.ts';
import { createDesktopHost, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { makeFolder } from '../support/start-workbench.ts';

const obstacle = findObstacle();
const settings = {
  name: 'Elsewhere',
  kind: 'openai',
  baseUrl: 'https://models.invalid/v1',
  model: 'm',
  organization: '',
  project: '',
} as const;

// The display of the tests has no keychain: what a system with one does is not shown here.
describe.skipIf(obstacle !== undefined || process.platform !== 'linux')(
  'stored keys in the desktop app',
  { timeout: 60_000 },
  () => {
    let host: DesktopHost;
    beforeAll(async () => {
      host = await createDesktopHost();
    }, 90_000);
    afterAll(async () => {
      await host?.close();
    });

    /** Starts the app over the folder, uses its typed API, and stops it. */
    async function run<T>(
      folder: string,
      work: (client: AdminClient) => Promise<T>,
    ): Promise<{ answer: T; log: string }> {
      const app = host.start(folder, ['--empty']);
      let log = '';
      app.stderr?.on('data', (part: Buffer) => (log += part.toString()));
      const place = { folder, runtimeFolders: listRuntimeFolders(readSurroundings()) };
      const socket = await vi.waitUntil(() => findOwner(place), 40_000);
      const answer = await work(createRemoteClient(createSocketFetch(socket)));
      app.kill('SIGTERM');
      await once(app, 'exit');
      return { answer, log };
    }

    test('without a keychain are locked with the key file, which the log says, and are read after a restart', async () => {
      const folder = makeFolder();
      const key = 'sk-desktop-0123456789abcdef-Pq2r';
      const { answer, log } = await run(folder, ({ connections }) => connections.save({ settings, key }));
      expect(answer.key).toEqual({ state: 'stored', hint: 'Pq2r' });
      expect(log).toContain('Stored keys are locked with a key file in the data folder instead.');
      expect(log).not.toContain(key);
      expect(existsSync(join(folder, 'secret.key'))).toBe(true);
      expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
      const { answer: again } = await run(folder, ({ connections }) => connections.get({ id: answer.id }));
      expect(again.key).toEqual({ state: 'stored', hint: 'Pq2r' });
    });
  },
);
