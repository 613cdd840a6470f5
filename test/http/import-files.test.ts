import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { largestImportFile } from '../../src-shared/api/imports.ts';
import { type BrowserDesk, openBrowserDesk } from '../support/open-browser-desk.ts';
import { openRawConnection, rawRequest, sendRaw } from '../support/raw-http.ts';

const table = 'id,summary\n1,Printer on fire\n2,VPN is down\n';
let desk: BrowserDesk;
let url: string;
let session: string;
beforeEach(async () => {
  desk = await openBrowserDesk();
  url = desk.door.url;
  session = await desk.openSession();
});
afterEach(() => desk.close());

interface Kept {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
}

const place = (): string => join(desk.folder, 'import-files');
const listKept = (): string[] => (existsSync(place()) ? readdirSync(place()) : []);
const put = (name: string, body: BodyInit, headers: Record<string, string> = { 'x-workbench-session': session }) =>
  fetch(`${url}/import-files?${new URLSearchParams({ name }).toString()}`, { method: 'PUT', headers, body });

/** The head of a request that announces so many bytes. */
const announce = (length: number | undefined, headers: Record<string, string> = {}): string =>
  rawRequest(url, '', {
    ...{ method: 'PUT', path: '/import-files?name=tickets.csv' },
    headers: {
      ...{ 'X-Workbench-Session': session, 'Content-Type': 'application/octet-stream' },
      'Content-Length': length === undefined ? undefined : String(length),
      ...headers,
    },
  });

test('a file that a signed-in page sends is kept for this account alone until it is imported', async () => {
  const response = await put('C:\\exports\\tickets.csv', table);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const { file, name, bytes } = (await response.json()) as Kept;
  expect({ name, bytes }).toEqual({ name: 'tickets.csv', bytes: Buffer.byteLength(table) });
  expect(listKept()).toEqual([file]);
  expect([place(), join(place(), file)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);

  const { imports } = desk.client(session);
  const { plan } = await imports.inspect({ file, kind: 'ticket' });
  const { id } = await imports.start({ file, plan });
  await vi.waitFor(() => expect(listKept()).toEqual([]), 20_000);
  expect(await imports.get({ id })).toMatchObject({
    state: 'finished',
    fileName: 'tickets.csv',
    counts: { created: 2 },
  });
}, 40_000);

test('a file of many pieces arrives as it was sent, also two at once', async () => {
  const contents = ['a', 'b'].map((letter) => Buffer.alloc(9_000_000, letter));
  const kept = await Promise.all(contents.map(async (content) => (await (await put('x.csv', content)).json()) as Kept));
  expect(kept.map(({ bytes }) => bytes)).toEqual([9_000_000, 9_000_000]);
  expect(listKept().sort()).toEqual(kept.map(({ file }) => file).sort());
});

test('a file over the limit is refused before it is read', async () => {
  const reply = await sendRaw(url, announce(largestImportFile + 1));
  expect(reply).toMatchObject({ status: 413, headers: { connection: 'close' } });
  expect(JSON.parse(reply?.body ?? '')).toMatchObject({
    code: 'too_large',
    message: expect.stringContaining('4 GiB') as string,
  });
  expect((await sendRaw(url, announce(undefined, { 'Transfer-Encoding': 'chunked' })))?.status).toBe(411);
  expect(listKept()).toEqual([]);
});

test('nothing is left of a file that is cut off in the middle, and the next one is taken', async () => {
  const connection = await openRawConnection(url);
  connection.write(announce(1_000_000) + 'x'.repeat(300_000));
  await vi.waitFor(
    () => expect(listKept().map((file) => statSync(join(place(), file)).size)).toEqual([300_000]),
    10_000,
  );
  connection.close();
  await vi.waitFor(() => expect(listKept()).toEqual([]), 10_000);
  expect((await put('tickets.csv', table)).status).toBe(200);
});

test('nothing is kept for who is not signed in, or for a page from elsewhere', async () => {
  const refused = [
    await put('tickets.csv', table, {}),
    await put('tickets.csv', table, { 'x-workbench-session': 'halo_session_wrong' }),
    await put('tickets.csv', table, { 'x-workbench-session': session, origin: 'https://evil.example' }),
    await put('tickets.csv', table, { 'x-workbench-session': session, origin: 'null' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 403, 403]);
  expect(await refused[0]?.json()).toMatchObject({ code: 'unauthorized' });
  expect(listKept()).toEqual([]);
});

test('the file of a session that has ended is refused', async () => {
  await fetch(`${url}/session`, { method: 'DELETE', headers: { 'x-workbench-session': session } });
  expect((await put('tickets.csv', table)).status).toBe(401);
  expect(listKept()).toEqual([]);
});

test('what a process that was killed had not got whole, and what is older than a day, goes at the next start', async () => {
  const { file } = (await (await put('tickets.csv', table)).json()) as Kept;
  const [old, part] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002.part'];
  for (const name of [old, part]) writeFileSync(join(place(), name), table);
  utimesSync(join(place(), old), new Date(0), new Date(0));
  await desk.restart();
  await vi.waitFor(() => expect(listKept()).toEqual([file]), 10_000);
});
