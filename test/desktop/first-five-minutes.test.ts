import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spendFirstFiveMinutes } from '../e2e/first-five-minutes.ts';
import { createDesktopHost, type Desktop, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { goTo, watchTroubles } from '../support/open-app.ts';
import { makeFolder } from '../support/start-workbench.ts';

const obstacle = findObstacle();
if (obstacle !== undefined) console.error(`*** The desktop tests are SKIPPED: ${obstacle}`);

describe.skipIf(obstacle !== undefined)('the desktop app', () => {
  let host: DesktopHost;
  let desktop: Desktop;
  beforeAll(async () => {
    host = await createDesktopHost();
    desktop = await host.launch(makeFolder());
  }, 90_000);
  afterAll(() => host?.close());

  test('in a window: enable, make a key, connect, take a tool away, see both calls, edit a ticket and see the trace', async () => {
    const { page } = desktop;
    const troubles = watchTroubles(page);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await spendFirstFiveMinutes({ page, go: (path) => goTo(page, path) });
    expect(troubles).toEqual([]);
    expect(await desktop.quit()).toBe(0);
  }, 90_000);
});
