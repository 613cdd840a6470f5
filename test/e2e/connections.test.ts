import type { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/find-violations.ts';
import { modelServerKey as key, startModelServer } from '../support/model-server.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { settlePage } from '../support/settle-page.ts';

let app: OpenApp;
let server: LLMock;
beforeAll(async () => {
  [app, server] = await Promise.all([openApp({ args: ['--enable'] }), startModelServer()]);
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(async () => {
  await app.close();
  await server.stop();
});

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true });
const field = (name: string) => app.page.getByRole('textbox', { name });
const panel = () => app.page.getByRole('complementary', { name: 'AI connection' });
const unsaved = () => app.page.getByRole('group', { name: 'Unsaved changes' });
const stored = () => app.page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));

test('a connection is typed, tested before it is made, made and tested, and its key is in no storage of the page', async () => {
  const { page } = app;
  await app.go('/connections');
  await page.getByRole('grid', { name: 'AI connections' }).getByText('Built in, rule-based').waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New AI connection' });
  await dialog.getByRole('radio', { name: 'Compatible server' }).click();
  await field('Name').fill('Team server');
  await field('Base URL').fill('http://example.org/v1');
  await field('Key').click();
  await dialog.getByText('Use https:').waitFor();
  await field('Base URL').fill(`${server.url}/v1`);
  await field('Key').fill(key);
  await button('List models').click();
  await dialog.getByText(/The server lists/).waitFor();
  await dialog.getByLabel('Model', { exact: false }).last().fill('gpt-4.1');
  await page.keyboard.press('Tab');
  await button('Test what is typed').click();
  await dialog.getByText('gpt-4.1 answered.').waitFor();
  await settlePage(page);
  expect(await findViolations(page)).toEqual([]);
  expect(await stored()).toContain('Team server');
  expect(await stored()).not.toContain(key);
  await button('Make the connection').click();
  await panel().getByText('…Zq7w').waitFor();
  await button('Test connection').click();
  await panel().getByText('gpt-4.1 answered.').waitFor();
  await page.reload();
  await panel().getByText('gpt-4.1 answered.').waitFor();
  expect(await page.content()).not.toContain(key);
});

test('what is changed stays over a reload but for the key, which is asked for again, and is saved by Ctrl+S', async () => {
  const { page } = app;
  await field('Key').fill('sk-another-key-0123456789-Yy8v');
  await field('Name').fill('Team server, renamed');
  await page.reload();
  await panel().getByText('What you typed as the key is not kept: enter it again.').waitFor();
  await unsaved().getByText('Look at “Key” first.').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await button('Discard').click();
  await expect.poll(() => field('Key').inputValue()).toBe('');
  await field('Name').fill('Team server, renamed');
  await field('Key').fill('sk-another-key-0123456789-Yy8v');
  await page.keyboard.press('ControlOrMeta+s');
  await panel().getByText('…Yy8v').waitFor();
  await page.getByRole('heading', { name: 'Team server, renamed' }).waitFor();
  await button('Test connection').click();
  await panel().getByText('refuses the key').waitFor();
  await settlePage(page);
  expect(await findViolations(page)).toEqual([]);
});

test('another server’s address needs its own key, and the stored one can be forgotten', async () => {
  const { page } = app;
  await field('Base URL').fill('https://elsewhere.invalid/v1');
  await panel().getByText('The stored key is for http://127.0.0.1').waitFor();
  await expect.poll(() => button('Save').isDisabled()).toBe(true);
  await button('Forget the key').click();
  await button('Save').click();
  await panel().getByText('Saved.', { exact: true }).waitFor();
  await page.getByRole('grid', { name: 'AI connections' }).getByText('https://elsewhere.invalid/v1').waitFor();
  await expect.poll(() => button('Forget the key').count()).toBe(0);
});

test('the default is chosen among all connections, and deleting it says that the endpoint goes off, and does so', async () => {
  const { page } = app;
  await app.go('/mcp-endpoint');
  await page.getByRole('radio', { name: 'Team server, renamed' }).click();
  await page.getByText('Team server, renamed is the default connection.').waitFor();
  await page.getByRole('link', { name: 'AI connections' }).last().click();
  await page.getByRole('row').filter({ hasText: 'Team server, renamed' }).click();
  await button('Delete').click();
  const question = page.getByRole('alertdialog');
  await question.getByText('The MCP endpoint is turned off with it. No client is connected now.').waitFor();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Team server' }).count()).toBe(0);
  await page.getByText('Endpoint is off').waitFor();
  expect(app.troubles).toEqual([]);
});
