import type { Page } from 'playwright-core';
import type { CoreConfig } from '../../src-main/compose.ts';
import { uiFolder } from '../../src-main/config/program.ts';
import { createInspection } from '../../src-main/db/inspect-database.ts';
import { openBrowserDoor } from '../../src-main/http/browser-door.ts';
import { type OpenAdmin, openAdmin } from './open-admin.ts';
import { goTo, watchTroubles } from './open-app.ts';
import { openBrowser } from './open-browser.ts';
import { setPageClock } from './test-clock.ts';

export interface CoreApp extends Pick<OpenAdmin, 'served' | 'client'> {
  readonly page: Page;
  readonly troubles: readonly string[];
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A core of this process with its app open in a real browser, where a test needs a core made for it. */
export async function openCoreApp(config: Partial<CoreConfig>, ui = uiFolder): Promise<CoreApp> {
  const admin = await openAdmin(config);
  const { core } = admin.served;
  const { port } = new URL(admin.served.url);
  const serving = () => ({ url: admin.served.url, port: Number(port), openSessions: admin.served.openSessions });
  const inspection = createInspection(core.database.connection);
  const door = await openBrowserDoor({ core, inspection, serving, actor: 'browser' }, { port: 0, ui });
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await setPageClock(context);
  const page = await context.newPage();
  const troubles = watchTroubles(page);
  await page.goto(door.createLink().url);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return {
    ...{ served: admin.served, client: admin.client, page, troubles },
    go: (path) => goTo(page, path),
    async close() {
      await browser.close();
      await door.close();
      await admin.close();
    },
  };
}
