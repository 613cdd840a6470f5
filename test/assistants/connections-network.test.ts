import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { listRuntimeFolders, readSurroundings } from '../../src-main/config/places.ts';
import { findOwner } from '../../src-main/entry/owner.ts';
import { createRemoteClient } from '../../src-main/http/admin-client.ts';
import { createSocketFetch } from '../../src-main/http/socket-fetch.ts';
import { makeFolder, startWorkbench } from '../support/start-workbench.ts';
import { addPreload } from '../support/test-clock.ts';

const watcher = fileURLToPath(new URL('../support/watch-network.ts', import.meta.url));
const notes = mkdtempSync(join(tmpdir(), 'network-'));
const file = join(notes, 'attempts.txt');
const folder = makeFolder();
const settings = {
  name: 'Elsewhere',
  kind: 'openai',
  baseUrl: 'https://models.invalid/v1',
  model: 'm',
  organization: '',
  project: '',
} as const;
const key = 'sk-network-0123456789abcdef-plaintext-Tr5v';

afterAll(() => {
  rmSync(notes, { recursive: true, force: true });
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** Runs the real program over the folder, with its typed API. */
async function run<T>(
  environment: Record<string, string>,
  work: (client: ReturnType<typeof createRemoteClient>) => Promise<T>,
): Promise<{ readonly answer: T; readonly log: string }> {
  const workbench = await startWorkbench({ folder, args: ['--empty'], environment });
  try {
    const socket = await findOwner({ folder, runtimeFolders: listRuntimeFolders(readSurroundings()) });
    const answer = await work(createRemoteClient(createSocketFetch(socket ?? '')));
    return { answer, log: workbench.log() };
  } finally {
    await workbench.stop();
  }
}

test('a configured server is asked by a test and by nothing else, and only at its own name', async () => {
  writeFileSync(file, '');
  const watched = { NODE_OPTIONS: addPreload(watcher), WATCH_NETWORK: file };
  const first = await run(watched, async ({ connections }) => {
    const { id, revision } = await connections.save({ settings, key });
    await connections.save({ id, revision, settings: { ...settings, model: 'other' } });
    await connections.setDefault({ id });
    await connections.list();
    await connections.removal({ id });
    return id;
  });
  // And a start over a folder in which it is the default.
  const second = await run(watched, async ({ connections }) => {
    await connections.test({ id: 'offline' });
    const before = readFileSync(file, 'utf8');
    const result = await connections.test({ id: first.answer });
    return { before, result };
  });
  expect(second.answer.before).toBe('');
  expect(second.answer.result).toMatchObject({
    works: false,
    message: expect.stringContaining('cannot be reached at models.invalid') as string,
  });
  const attempts = readFileSync(file, 'utf8').trim().split('\n');
  expect(attempts.length).toBeGreaterThan(0);
  expect(attempts.filter((line) => !line.endsWith(' models.invalid'))).toEqual([]);
  expect(first.log + second.log).not.toContain(key);
}, 60_000);

test('a passphrase from the environment locks keys, and a start without it opens all the same', async () => {
  const passphrase = 'correct horse battery staple';
  const locked = await run({ HALO_MCP_WORKBENCH_PASSPHRASE: passphrase }, ({ connections }) =>
    connections.save({ settings: { ...settings, name: 'Locked' }, key }),
  );
  expect(locked.answer.key).toMatchObject({ state: 'stored' });
  const { answer } = await run({}, ({ connections }) => connections.get({ id: locked.answer.id }));
  expect(answer.key).toMatchObject({ state: 'unreadable', why: expect.stringContaining('a passphrase') as string });
  const again = await run({ HALO_MCP_WORKBENCH_PASSPHRASE: passphrase }, ({ connections }) =>
    connections.get({ id: locked.answer.id }),
  );
  expect(again.answer.key).toMatchObject({ state: 'stored', hint: 'Tr5v' });
}, 60_000);
