import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/find-violations.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { realClients } from '../support/real-clients.ts';
import { settlePage } from '../support/settle-page.ts';

let app: OpenApp;
/** The page of the collection, once it is made. */
let collection = '';
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => app.close());

async function expectCleanInBothThemes(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settlePage(app.page);
    expect(await findViolations(app.page)).toEqual([]);
  }
}

/** The steps of docs/self-service.md. */
test('an administrator makes the collection "Self service" with a tool of its own, and follows its ticket to the call', async () => {
  const { page, served } = app;
  const dialog = page.getByRole('dialog');
  await app.go('/collections?new=collection');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Self service');
  await dialog.getByRole('radio', { name: 'For users' }).check();
  await dialog.getByRole('button', { name: 'Make the collection' }).click();
  await page.getByRole('heading', { level: 1, name: 'Self service' }).waitFor();
  collection = new URL(page.url()).pathname;

  await page.getByRole('button', { name: 'Add a custom tool' }).click();
  await dialog.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'New laptop', exact: false }).click();
  const preview = dialog.getByRole('region', { name: 'What the model reads' });
  await preview.getByRole('row', { name: 'cost_centre string required Cost centre.' }).waitFor();
  const add = dialog.getByRole('button', { name: 'Add tool' });
  expect(await add.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Request a new laptop');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('new laptop');
  await dialog.getByRole('textbox', { name: 'Instruction' }).fill('Use it when somebody asks for a new laptop.');
  await dialog.getByText('The name of a custom tool begins with CF_').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('CF_new_laptop');
  await dialog.getByText('Describe parameters in your own words').click();
  await dialog.getByRole('textbox', { name: 'cost_centre' }).fill('Which cost centre pays, such as CC-120.');
  await preview.getByRole('row', { name: 'Which cost centre pays' }).waitFor();
  await expectCleanInBothThemes();
  // What was typed outlives a reload, and Ctrl+S sends it.
  await page.reload();
  await preview.getByRole('paragraph').filter({ hasText: 'Use it when somebody asks for a new laptop.' }).waitFor();
  await dialog.getByRole('textbox', { name: 'Instruction' }).focus();
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('grid', { name: 'Functions' }).getByText('CF_new_laptop');
  await row.click();
  await page.getByRole('complementary').getByRole('button', { name: 'Copy to…' }).waitFor();
  await expectCleanInBothThemes();

  await page.getByRole('switch', { name: 'Enabled' }).check();
  await page.keyboard.press('Control+s');
  await page.getByRole('group', { name: 'Unsaved changes' }).waitFor({ state: 'detached' });

  const { stdout } = await served.cli('call', 'get_users', '{"search":""}', '--json');
  const email = /"emailaddress": ?"([^"]+)"/.exec(stdout.replaceAll('\\"', '"'))?.[1];
  if (email === undefined) throw new Error(`There is no user: ${stdout.slice(0, 400)}`);
  const key = await served.createKey({ as: email });
  const client = await realClients['the SDK v2 client in the 2026-07-28 era']!(`${served.endpoint}/self-service`, key);
  const made = await client.call('CF_new_laptop', { cost_centre: 'CC-120', quantity: 1 });
  await client.close();

  await app.go(`/tickets/${String(made['id'])}`);
  await page.getByRole('link', { name: 'Made by AI: open call' }).first().click();
  await page.waitForURL('**/activity/*');
  await page.getByText('CF_new_laptop').first().waitFor();
  await page.getByText('CC-120').first().waitFor();
  expect(app.troubles).toEqual([]);
}, 120_000);

test('a custom tool is copied to another endpoint, edited there and deleted, after saying what clients lose', async () => {
  const { page } = app;
  const dialog = page.getByRole('dialog', { name: /CF_new_laptop/ });
  await app.go(collection);
  await page.getByRole('heading', { level: 1, name: 'Self service' }).waitFor();
  await page.getByRole('grid', { name: 'Functions' }).getByText('CF_new_laptop').click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Copy to…' }).click();
  await dialog.getByRole('combobox', { name: 'Endpoint' }).click();
  await page.getByRole('option', { name: 'Default endpoint' }).click();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await dialog.getByText('CF_new_laptop was copied to "Default endpoint".').waitFor();
  await expectCleanInBothThemes();

  await app.go('/mcp-endpoint?kind=custom&tool=CF_new_laptop');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('CF_laptop');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('grid', { name: 'Tools' }).getByText('CF_laptop').waitFor();
  expect(new URL(page.url()).searchParams.get('tool')).toBe('CF_laptop');
  await expectCleanInBothThemes();
  await panel.getByRole('button', { name: 'Delete' }).click();
  await panel.getByText('CF_laptop is deleted. No client is connected now.').waitFor();
  await panel.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('No tool fits').waitFor();
  expect(app.troubles).toEqual([]);
}, 120_000);
