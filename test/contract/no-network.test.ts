import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createSampleRequest } from '../../src-shared/domain/client-snippets.ts';
import { realClients } from '../support/real-clients.ts';
import { startWorkbench } from '../support/start-workbench.ts';
import { addPreload } from '../support/test-clock.ts';

const watcher = fileURLToPath(new URL('../support/watch-network.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'network-'));
const file = join(folder, 'attempts.txt');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the watcher notices an attempt to reach another machine', async () => {
  writeFileSync(file, '');
  const attempt = "require('node:net').connect({ host: '192.0.2.1', port: 9 }).on('error', () => {}).destroy()";
  await promisify(execFile)(process.execPath, ['--import', watcher, '-e', attempt], {
    env: { ...process.env, WATCH_NETWORK: file },
  });
  expect(readFileSync(file, 'utf8')).toBe('connect 192.0.2.1\n');
});

test('serving, calling tools, answering as the Responses API does and issuing tokens reaches no other machine and looks up no name', async () => {
  writeFileSync(file, '');
  const environment = { NODE_OPTIONS: addPreload(watcher), WATCH_NETWORK: file };
  const workbench = await startWorkbench({ environment });
  try {
    const key = await workbench.createKey();
    for (const name of ['the SDK v1 client', 'the SDK v2 client in the 2026-07-28 era']) {
      const client = await realClients[name]?.(workbench.endpoint, key);
      await client?.call('search_tickets', { search: 'vpn' });
      await client?.call('get_user_info', {});
      await client?.close();
    }
    const sample = createSampleRequest({ url: workbench.endpoint, key, name: 'Default endpoint' });
    const answered = await fetch(new URL('/v1/responses', workbench.endpoint), {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      body: JSON.stringify(sample),
    });
    expect(answered.status).toBe(200);
    const refused = await fetch(workbench.token, { method: 'POST', body: new URLSearchParams({ grant_type: 'x' }) });
    expect(refused.status).toBe(400);
    expect((await workbench.cli('doctor', '--json')).code).toBe(0);
  } finally {
    await workbench.stop();
  }
  expect(readFileSync(file, 'utf8')).toBe('');
}, 60_000);
