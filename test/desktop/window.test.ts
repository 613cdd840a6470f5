import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { acquireOwnerLock } from '../../src-main/db/owner-lock.ts';
import { createDesktopHost, type Desktop, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { makeFolder } from '../support/start-workbench.ts';

/** What Electron has and its types do not tell. */
interface Inspectable {
  getLastWebPreferences(): Record<string, unknown>;
}

const obstacle = findObstacle();
if (obstacle !== undefined) console.error(`*** The desktop tests are SKIPPED: ${obstacle}`);

describe.skipIf(obstacle !== undefined)('the desktop app', { timeout: 60_000 }, () => {
  const folder = makeFolder();
  let host: DesktopHost;
  let desktop: Desktop;

  beforeAll(async () => {
    host = await createDesktopHost();
    console.log(`Electron ${host.runtime.version}`);
    desktop = await host.launch(folder, '--empty');
  }, 90_000);
  afterAll(async () => {
    await host?.close();
  });

  test('the window opens on the app’s own origin under a policy that lets in nothing else', async () => {
    expect(desktop.page.url()).toBe('app://workbench/');
    const policy = await desktop.page.evaluate<string>(
      `fetch('/').then(({ headers }) => headers.get('content-security-policy'))`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    await vi.waitFor(async () => expect(await desktop.inWindow((window) => window.isVisible())).toBe(true), 10_000);
  });

  test('a page has nothing of Node and runs in its own sandboxed world', async () => {
    const names = await desktop.page.evaluate(
      `['require', 'process', 'module', 'Buffer', 'global'].filter((name) => globalThis[name] !== undefined)`,
    );
    expect(names).toEqual([]);
    const preferences = await desktop.inMain(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const all = (contents as unknown as Inspectable).getLastWebPreferences();
        return [all['sandbox'], all['contextIsolation'], all['nodeIntegration'], all['webSecurity'], all['webviewTag']];
      }),
    );
    expect(preferences).toEqual([[true, true, false, true, false]]);
  });

  test('a page reaches the typed calls of the core, and no other host of the scheme', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const call = await fetch('/rpc/endpoint/get', { method: 'POST', body: '{}' });
      const other = await fetch('app://elsewhere/', { mode: 'no-cors' }).catch(() => undefined);
      return { status: call.status, body: await call.text(), other: other === undefined };
    });
    expect(answers).toMatchObject({ status: 200, other: true });
    expect(answers.body).toContain('/api/mcp');
  });

  test('a page cannot open a window, leave the app’s origin or get a permission', async () => {
    await desktop.inMain(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    const opened = await desktop.page.evaluate(
      `['https://example.com/', 'app://workbench/', 'about:blank'].map((url) => open(url) === null)`,
    );
    expect(opened).toEqual([true, true, true]);
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/', 'data:text/html,x']) {
      await desktop.page.evaluate(`void (location.href = ${JSON.stringify(url)})`);
      expect(await desktop.inWindow((window) => window.webContents.getURL())).toBe('app://workbench/');
    }
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'clipboard-write'];
    const permissions = await desktop.page.evaluate(
      `Promise.all(${JSON.stringify(names)}.map(async (name) => (await navigator.permissions.query({ name })).state))`,
    );
    expect(permissions).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'granted']);
    expect(desktop.countPages()).toBe(1);
  });

  test('a second start on the same folder brings the first one’s window to the front and ends', async () => {
    await desktop.inWindow((window) => window.hide());
    const second = host.start(folder, []);
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(0);
    await vi.waitFor(async () => expect(await desktop.inWindow((window) => window.isVisible())).toBe(true), 10_000);
  });

  test('the window opens again where it was and in the page’s colour, and quitting leaves the folder closed', async () => {
    await desktop.page.evaluate(`localStorage.setItem('mantine-color-scheme-value', 'dark')`);
    await desktop.page.reload();
    await vi.waitFor(
      async () => expect(await desktop.inWindow((window) => window.getBackgroundColor())).toBe('#16181C'),
      10_000,
    );
    const bounds = { x: 120, y: 80, width: 1010, height: 690 };
    await desktop.inWindow((window) => window.setBounds({ x: 120, y: 80, width: 1010, height: 690 }));
    expect(await desktop.quit()).toBe(0);
    expect(existsSync(join(folder, 'workbench.sqlite-wal'))).toBe(false);
    acquireOwnerLock(folder).release();

    desktop = await host.launch(folder);
    expect(await desktop.inWindow((window) => window.getNormalBounds())).toEqual(bounds);
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({ background: '#16181C' });
    expect(await desktop.quit()).toBe(0);
  });
});
