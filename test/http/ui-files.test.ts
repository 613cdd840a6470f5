import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUiFiles } from '../../src-main/http/ui-files.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'ui-files-'));
const built = join(folder, 'renderer');
const ports = createSystemPorts(quietLog);
let files: ReturnType<typeof createUiFiles>;

beforeAll(async () => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(built, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>The page');
  writeFileSync(join(built, 'assets/index-AbCd1234.js'), 'console.log("é")');
  writeFileSync(join(built, 'build-stamp'), 'paths of this machine');
  symlinkSync(join(folder, 'secret.txt'), join(built, 'assets/link.txt'));
  files = createUiFiles(built, ports);
  await get('/');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, method = 'GET') => files(new Request(new URL(path, 'http://127.0.0.1:4257'), { method }));

test.each(['/', '/tickets', '/tickets/1002', '/index.html', '/configuration/ai/', '/?q=1'])(
  '%s is the page, never kept by the browser',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('The page');
  },
);

test('the page may load from its own server alone, and each response has a nonce of its own', async () => {
  const nonces = await Promise.all(
    ['/', '/tickets'].map(async (path) => {
      const response = await get(path);
      const nonce = /nonce="([\w+/]{24})"/.exec(await response.text())?.[1];
      expect(response.headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; ` +
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

test('what is sent is not guessed at, not told to others and not shown in their pages', async () => {
  for (const path of ['/', '/assets/index-AbCd1234.js', '/missing.js']) {
    expect(Object.fromEntries((await get(path)).headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
  expect((await get('/')).headers.get('permissions-policy')).toContain('camera=()');
});

test('a file whose name carries a hash is kept for good', async () => {
  const response = await get('/assets/index-AbCd1234.js');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe('console.log("é")');
});

test('HEAD says the same as GET, without the body', async () => {
  const response = await get('/assets/index-AbCd1234.js', 'HEAD');
  expect(response.headers.get('content-length')).toBe('17');
  expect(await response.text()).toBe('');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  const response = await get('/', method);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret',
  '/assets/..%2f..%2f..%2fetc%2fpasswd',
  '/..%5csecret.txt',
  '/assets%2f..%2f..',
  '/assets/link.txt',
  '/build-stamp.txt',
  '/%00',
  '/index%00.js',
  '/%ff',
  '/assets/missing.js',
  '/__proto__.js',
])('%s leads nowhere', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/outside|root:|this machine/);
});

test('the stamp of the build, which names files of this machine, is not served', async () => {
  expect(await (await get('/build-stamp')).text()).toContain('The page');
});

test('files that a new build puts there do not mix with those in memory', async () => {
  writeFileSync(join(built, 'assets/later-AbCd1234.js'), 'later');
  expect((await get('/assets/later-AbCd1234.js')).status).toBe(404);
});

test('without a build the page says what to run', async () => {
  const response = await createUiFiles(join(folder, 'nothing'), ports)(new Request('http://127.0.0.1/tickets'));
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
});
