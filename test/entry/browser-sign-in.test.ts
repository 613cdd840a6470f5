import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, runCli, type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';

const folder = makeFolder();
let workbench: ServedWorkbench;
let url: string;

beforeAll(async () => {
  workbench = await startWorkbench({ folder, args: ['--empty'] });
  url = workbench.ui?.url ?? '';
}, 60_000);
afterAll(async () => {
  await workbench.stop();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const signIn = async (link: string) => {
  const token = new URL(link).hash.replace('#token=', '');
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/session`, { method: 'POST', headers, body: JSON.stringify({ token }) });
  return ((await response.json()) as { session?: string }).session;
};
const ask = async (session = '') => {
  const headers = { 'x-workbench-session': session, connection: 'close' };
  return (await fetch(`${url}/rpc/endpoint/get`, { method: 'POST', headers })).status;
};

test('serve says where the pages are, on a port of their own, and gives a link that signs in once', async () => {
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(url).not.toBe(workbench.url);
  const link = workbench.ui?.signIn ?? '';
  expect(link.startsWith(`${url}/#token=`)).toBe(true);
  expect(await ask(await signIn(link))).toBe(200);
  expect(await signIn(link)).toBeUndefined();
  expect(await ask()).toBe(401);
});

test('link makes another one, as text and as JSON', async () => {
  const { stdout, code } = await workbench.cli('link');
  expect(code).toBe(0);
  expect(await ask(await signIn(stdout.trim()))).toBe(200);
  const { json } = await workbench.cli('link', '--json');
  const { url: link, expiresAt } = json as { url: string; expiresAt: string };
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  expect(await ask(await signIn(link))).toBe(200);
});

test('a page that was open goes on after kill -9 and a restart on the same port', async () => {
  const session = await signIn((await workbench.cli('link')).stdout.trim());
  const gone = once(workbench.process, 'exit');
  workbench.process.kill('SIGKILL');
  await gone;
  workbench = await startWorkbench({ folder, args: ['--ui-port', new URL(url).port] });
  expect(workbench.ui?.url).toBe(url);
  expect(await ask(session)).toBe(200);
});

test('a port in use is refused with the option that changes it', async () => {
  const beside = `${folder}-beside`;
  const args = ['serve', '--port', '0', '--ui-port', new URL(url).port, '--empty', '--data-dir', beside, '--json'];
  const { code, json } = await runCli(args);
  expect(code).toBe(7);
  expect(json).toMatchObject({
    error: { code: 'port_in_use', message: expect.stringContaining('--ui-port') as string },
  });
});

test('without a workbench that serves, link says how to start one and makes no desk', async () => {
  const nothing = `${folder}-nothing`;
  const { code, stderr } = await runCli(['link', '--data-dir', nothing]);
  expect(code).toBe(5);
  expect(stderr).toContain('"serve"');
  expect((await runCli(['doctor', '--data-dir', nothing, '--port', '0'])).stdout).toContain('There is no desk');
});

test('--no-ui opens no port for a browser, and link says so', async () => {
  const plain = await startWorkbench({ args: ['--empty', '--no-ui'] });
  try {
    expect(plain.ui).toBeUndefined();
    const { code, stderr } = await plain.cli('link');
    expect(code).toBe(5);
    expect(stderr).toContain('--no-ui');
  } finally {
    await plain.stop();
  }
});
