import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesktopHost, type Desktop, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { goTo, watchTroubles } from '../support/open-app.ts';
import { makeFolder } from '../support/start-workbench.ts';

const obstacle = findObstacle();
if (obstacle !== undefined) console.error(`*** The desktop tests are SKIPPED: ${obstacle}`);

describe.skipIf(obstacle !== undefined)('the playground in the desktop app', () => {
  let host: DesktopHost;
  let desktop: Desktop;
  beforeAll(async () => {
    host = await createDesktopHost();
    desktop = await host.launch(makeFolder());
  }, 90_000);
  afterAll(() => host?.close());

  test('sends a request to the offline model and approves its call in two clicks', async () => {
    const { page } = desktop;
    const troubles = watchTroubles(page);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await goTo(page, '/playground');
    await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
    await page.getByRole('textbox', { name: 'Message' }).focus();
    await page.keyboard.type('Add a note to ticket 2988 saying that the vendor was called.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    const call = page.getByRole('group', { name: 'Call of add_note_to_ticket' });
    await call.getByText('OK', { exact: true }).waitFor();
    expect(await call.getByText('Rows: 1 added').count()).toBe(1);
    await goTo(page, '/tickets/2988');
    await page.getByText('The vendor was called').first().waitFor();
    expect(troubles).toEqual([]);
    expect(await desktop.quit()).toBe(0);
  }, 90_000);
});
