import { once } from 'node:events';
import { expect, test } from 'vitest';
import { makeFolder, startWorkbench } from '../support/start-workbench.ts';
import { settlePage } from '../support/settle-page.ts';
import { openBrowser } from '../support/open-browser.ts';
import { watchTroubles } from '../support/open-app.ts';

test('a page whose core is killed says so, comes back with the next one, and loses nothing that was typed', async () => {
  const folder = makeFolder();
  const first = await startWorkbench({ folder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const troubles = watchTroubles(page);
    await page.goto(first.ui?.signIn ?? '');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.goto(`${first.ui?.url}/tickets/2990?tab=edit`);
    await page.getByRole('textbox', { name: 'Summary' }).fill('Typed before the core was killed');

    await settlePage(page);
    first.process.kill('SIGKILL');
    await once(first.process, 'close');
    await page.getByText('The workbench does not answer.', { exact: false }).first().waitFor();
    await page.getByRole('textbox', { name: 'Details' }).fill('Typed while there was no core');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('what you typed is kept', { exact: false }).waitFor();

    const port = new URL(first.ui?.url ?? '').port;
    const second = await startWorkbench({ folder, args: ['--ui-port', port] });
    try {
      await page.getByText('The workbench does not answer.', { exact: false }).first().waitFor({ state: 'hidden' });
      expect(await page.getByRole('textbox', { name: 'Summary' }).inputValue()).toBe(
        'Typed before the core was killed',
      );
      expect(await page.getByRole('textbox', { name: 'Details' }).inputValue()).toBe('Typed while there was no core');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      await page.reload();
      expect(await page.getByRole('textbox', { name: 'Summary' }).inputValue()).toBe(
        'Typed before the core was killed',
      );
      expect(
        troubles.filter(
          (trouble) => !trouble.includes('ERR_CONNECTION_REFUSED') && !trouble.includes('ERR_INCOMPLETE'),
        ),
      ).toEqual([]);
    } finally {
      await second.stop();
    }
  } finally {
    await browser.close();
  }
}, 60_000);
