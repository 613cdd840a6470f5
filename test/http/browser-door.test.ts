import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from '../support/open-browser-desk.ts';
import { rawRequest, sendRaw } from '../support/raw-http.ts';

const minute = 60_000;
const fourMiB = 4 * 1024 * 1024;

let desk: BrowserDesk;
let url: string;
beforeAll(async () => {
  desk = await openBrowserDesk();
  url = desk.door.url;
});
afterAll(() => desk.close());

const call = (path: string, options: RequestInit = {}) => fetch(`${url}/rpc/${path}`, { method: 'POST', ...options });
const isSignedIn = async (session: string, more: Record<string, string> = {}) =>
  (await call('workbench/status', { headers: { 'x-workbench-session': session, ...more } })).status !== 401;

/** Opens the event stream, and answers how to wait until it has ended, whichever way. */
const listen = async (session: string): Promise<() => Promise<void>> => {
  const events = await desk.client(session).events.subscribe();
  await events.next();
  const drain = async (): Promise<void> => {
    while ((await events.next()).done !== true);
  };
  const ended = drain().catch(() => undefined);
  return () => ended;
};

describe('a request is answered only when it is meant for this server', () => {
  const port = () => new URL(url).port;
  const send = async (path: string, headers: Record<string, string | undefined>) =>
    (await sendRaw(url, rawRequest(url, '', { method: 'GET', path, headers })))?.status;

  test('by its address or by localhost, from nowhere or from its own page', async () => {
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`]) {
      expect(await send('/', { Host: host })).toBe(200);
      expect(await send('/', { Host: host, Origin: `http://${host}` })).toBe(200);
    }
  });

  test.each([
    ['another name', () => ({ Host: `workbench.example:${port()}` })],
    ['a name that begins like the address', () => ({ Host: `127.0.0.1.example:${port()}` })],
    ['the address without the port', () => ({ Host: '127.0.0.1' })],
    ['the address with another port', () => ({ Host: '127.0.0.1:4256' })],
    ['another spelling of the address', () => ({ Host: `127.1:${port()}` })],
    ['a foreign Origin', () => ({ Origin: 'https://evil.example' })],
    ['a hidden Origin', () => ({ Origin: 'null' })],
    ['a page of another program on this machine', () => ({ Origin: 'http://127.0.0.1:4256' })],
    ['a page under the other of its names', () => ({ Origin: `http://localhost:${port()}` })],
    ['its own page over another protocol', () => ({ Origin: `https://127.0.0.1:${port()}` })],
  ])('%s is refused', async (_, headers) => {
    for (const path of ['/', '/session', '/rpc/workbench/status']) expect(await send(path, headers())).toBe(403);
  });

  test('no Host is no request', async () => {
    expect(await send('/', { Host: undefined })).toBe(400);
  });
});

describe('without a session', () => {
  test('the page is served, and can ask for a link', async () => {
    const response = await fetch(url);
    expect(await response.text()).toContain('The page');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test.each([
    '/rpc/workbench/status',
    '/rpc/endpoint/enable',
    '/rpc/',
    '/rpc/signIn/createLink',
    '/x/../rpc/workbench/status',
    '/./rpc/workbench/status',
    '//rpc/workbench/status',
    '/%72pc/workbench/status',
    '/rpc%2fworkbench/status',
    '/rpc\\workbench/status',
    '/%2e/rpc/workbench/status',
    'http://127.0.0.1/rpc/workbench/status',
  ])('%s tells nothing and does nothing', async (path) => {
    const request = rawRequest(url, '{}', { path, headers: { 'X-Workbench-Session': 'halo_session_wrong' } });
    const reply = await sendRaw(url, request);
    expect([400, 401, 404, 405]).toContain(reply?.status);
    expect(reply?.body).not.toContain('schemaVersion');
  });

  test('a call is refused in a form that the page understands', async () => {
    const response = await call('workbench/status');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('link') as string,
    });
    await expect(desk.client('wrong').workbench.status()).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe('a sign-in link', () => {
  test('opens a session, by which the page calls the API', async () => {
    const status = await desk.client(await desk.openSession()).workbench.status();
    expect(status.folder).toBe(desk.folder);
  });

  test('works once', async () => {
    const token = desk.token();
    expect((await desk.signIn(token)).status).toBe(200);
    const again = await desk.signIn(token);
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('used') as string,
    });
    desk.pass(minute);
  });

  test('works for one of two who use it at the same moment', async () => {
    const token = desk.token();
    const statuses = (await Promise.all([desk.signIn(token), desk.signIn(token)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 401]);
    desk.pass(minute);
  });

  test('works for ten minutes', async () => {
    const [early, late] = [desk.token(), desk.token()];
    desk.pass(10 * minute - 1);
    expect((await desk.signIn(early)).status).toBe(200);
    desk.pass(1);
    expect((await desk.signIn(late)).status).toBe(401);
    desk.pass(minute);
  });

  test('cannot be guessed fast: after ten wrong ones even the right one has to wait, and is not used up', async () => {
    const token = desk.token();
    for (let guess = 0; guess < 10; guess += 1) expect((await desk.signIn(`halo_link_${guess}`)).status).toBe(401);
    const refused = await desk.signIn(token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    desk.pass(minute);
    expect((await desk.signIn(token)).status).toBe(200);
  });

  test('is never made by a page that is signed in', async () => {
    const client = desk.client(await desk.openSession());
    await expect(client.signIn.createLink()).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'token=x'],
    ['plain text', 'text/plain', '{"token":"x"}'],
    ['no JSON', 'application/json', '{'],
    ['no token', 'application/json', '{}'],
    ['a token that is a number', 'application/json', '{"token":5}'],
    ['a token of a megabyte', 'application/json', JSON.stringify({ token: 'x'.repeat(1_000_000) })],
    ['more than 4 MiB', 'application/json', `"${'x'.repeat(fourMiB)}"`],
  ])('given as %s is refused', async (_, type, body) => {
    const response = await fetch(`${url}/session`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(400);
  });

  test('is exchanged by POST alone', async () => {
    const response = await fetch(`${url}/session`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, DELETE']);
  });
});

describe('a session', () => {
  test('ends when the page signs out, with its event streams', async () => {
    const session = await desk.openSession();
    const ended = await listen(session);
    const response = await fetch(`${url}/session`, { method: 'DELETE', headers: { 'x-workbench-session': session } });
    expect(response.status).toBe(204);
    expect(await isSignedIn(session)).toBe(false);
    await ended();
  });

  test('is one of several, and another stays when one signs out', async () => {
    const [one, other] = [await desk.openSession(), await desk.openSession()];
    await fetch(`${url}/session`, { method: 'DELETE', headers: { 'x-workbench-session': one } });
    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([false, true]);
  });

  test('ends after an hour without a request, and every request begins the hour anew', async () => {
    const session = await desk.openSession();
    desk.pass(59 * minute);
    expect(await isSignedIn(session)).toBe(true);
    desk.pass(59 * minute);
    expect(await isSignedIn(session)).toBe(true);
    desk.pass(60 * minute);
    expect(await isSignedIn(session)).toBe(false);
  });

  test('is not kept alive by a page that only listens for events', async () => {
    const session = await desk.openSession();
    const ended = await listen(session);
    desk.pass(60 * minute);
    await fetch(url);
    await ended();
    expect(await isSignedIn(session)).toBe(false);
  });

  test('is not kept alive by what a page reads while nobody sits before it', async () => {
    const session = await desk.openSession();
    desk.pass(59 * minute);
    expect(await isSignedIn(session, { 'x-workbench-unattended': '1' })).toBe(true);
    desk.pass(minute);
    expect(await isSignedIn(session)).toBe(false);
  });

  test('survives a restart on the same folder, and its idle time goes on', async () => {
    const session = await desk.openSession();
    desk.pass(30 * minute);
    expect(await isSignedIn(session)).toBe(true);
    await desk.restart();
    desk.pass(59 * minute);
    expect(await isSignedIn(session)).toBe(true);
    await desk.restart();
    desk.pass(60 * minute);
    expect(await isSignedIn(session)).toBe(false);
  });

  test('that was signed out stays so after a restart', async () => {
    const session = await desk.openSession();
    await fetch(`${url}/session`, { method: 'DELETE', headers: { 'x-workbench-session': session } });
    await desk.restart();
    expect(await isSignedIn(session)).toBe(false);
  });

  test('gives way to the twentieth after it, the longest unused first', async () => {
    const used = await desk.openSession();
    desk.pass(1);
    const unused = await desk.openSession();
    for (let more = 0; more < 19; more += 1) {
      desk.pass(1);
      await isSignedIn(used);
      await desk.openSession();
    }
    expect([await isSignedIn(used), await isSignedIn(unused)]).toEqual([true, false]);
  });

  test('stands nowhere in the files of the data folder', async () => {
    const session = await desk.openSession();
    const link = desk.token();
    for (const name of ['workbench.sqlite', 'workbench.sqlite-wal']) {
      const bytes = readFileSync(join(desk.folder, name));
      expect([bytes.includes(session), bytes.includes(link)]).toEqual([false, false]);
    }
  });
});

describe('what is too much is refused:', () => {
  const signedIn = async () => ({ 'X-Workbench-Session': await desk.openSession() });

  test('a body over 4 MiB, before it is read', async () => {
    const headers = { ...(await signedIn()), 'Content-Length': String(fourMiB + 1) };
    const reply = await sendRaw(url, rawRequest(url, '', { path: '/rpc/workbench/status', headers }));
    expect(reply).toMatchObject({ status: 413, headers: { connection: 'close' } });
  });

  test('a body that does not say how long it is', async () => {
    const headers = { ...(await signedIn()), 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' };
    const reply = await sendRaw(url, rawRequest(url, '0\r\n\r\n', { path: '/rpc/workbench/status', headers }));
    expect(reply?.status).toBe(411);
  });

  test('headers over 16 KiB', async () => {
    const headers = { 'X-Long': 'x'.repeat(20_000) };
    expect((await sendRaw(url, rawRequest(url, '', { method: 'GET', path: '/', headers })))?.status).toBe(431);
  });

  test('what is no HTTP', async () => {
    expect((await sendRaw(url, 'GIMME / HTTP/9\r\n\r\n'))?.status).toBe(400);
  });
});

test('no answer sets a cookie, and none but the files may be kept', async () => {
  const session = await desk.openSession();
  const answers = [
    await fetch(url),
    await fetch(`${url}/missing.js`),
    await desk.signIn(),
    await desk.signIn('halo_link_wrong'),
    await call('workbench/status'),
    await call('workbench/status', { headers: { 'x-workbench-session': session } }),
    await call('no/such/call', { headers: { 'x-workbench-session': session } }),
    await fetch(`${url}/session`, { method: 'DELETE', headers: { 'x-workbench-session': session } }),
  ];
  for (const { headers } of answers) {
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
