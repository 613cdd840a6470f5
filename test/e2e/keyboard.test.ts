import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { openBrowser } from '../support/open-browser.ts';
import { realClients } from '../support/real-clients.ts';
import { createKeyboardUser, hasFocus, type KeyboardUser } from './keyboard-user.ts';

const connect = realClients['a plain POST without initialize and without Accept'];

let browser: Browser;
let app: OpenApp;
let user: KeyboardUser;
beforeAll(async () => {
  browser = await openBrowser();
  app = await openApp({ browser, args: [] });
  user = createKeyboardUser(app.page);
}, 60_000);
afterAll(async () => {
  await app.close();
  await browser.close();
});
afterEach(() => expect(app.troubles).toEqual([]));

test('the first steps, taking a tool away, reading the call and editing a ticket need no mouse', async () => {
  const { page } = app;
  const main = page.getByRole('main');
  const palette = page.getByRole('dialog');
  const entry = (name: RegExp) => palette.getByRole('button', { name });
  await page.getByRole('heading', { name: 'First steps' }).waitFor();

  await user.reach(page.getByRole('link', { name: 'Skip to the page' }), { within: 1 });
  await user.press('Enter');
  await user.reach(main.getByRole('button', { name: 'Turn on the endpoint' }), { within: 3 });
  await user.press('Enter');
  await page.getByText('Endpoint is on').waitFor();
  await expectFocusIn(main);

  await user.reach(page.getByRole('link', { name: 'Make an application with a key' }), { within: 4 });
  await user.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.waitFor();
  await focused(name);
  await user.type('First client');
  await expect.poll(() => name.inputValue()).toBe('First client');
  await user.reach(page.getByRole('button', { name: 'Make application and key' }), { within: 20 });
  await user.press('Enter');
  const shown = page.getByRole('dialog', { name: /The key of First client/ });
  const key = (await shown.locator('code').first().textContent()) ?? '';
  await user.reach(shown.getByRole('checkbox', { name: 'I have stored the key' }), { within: 10 });
  await user.press(' ');
  await user.reach(shown.getByRole('button', { name: 'Close', exact: true }), { within: 1 });
  await user.press('Enter');
  await shown.waitFor({ state: 'detached' });
  await expectFocusIn(main);

  if (connect === undefined) throw new Error('The client is gone from the register.');
  const client = await connect(app.served.endpoint, key);
  await client.call('get_user_info', {});

  await user.goBy('mcp endpoint', entry(/^MCP endpoint/));
  await page.getByRole('heading', { level: 1, name: 'MCP endpoint' }).waitFor();
  await expectFocusIn(main);
  const search = page.getByRole('textbox', { name: 'Search tools' });
  await search.waitFor();
  await user.press('/');
  await focused(search);
  await user.type('get user info');
  await page.getByText('1 tool', { exact: true }).waitFor();
  const offer = page.getByRole('switch', { name: 'Offer Get User Info' });
  await user.reach(offer, { within: 10 });
  await user.press(' ');
  await focused(page.getByRole('button', { name: 'Turn off', exact: true }));
  await user.press('Enter');
  await expect.poll(() => offer.isChecked()).toBe(false);
  await focused(offer);
  await user.press('/');
  await focused(search);
  await expect(client.call('get_user_info', {})).rejects.toThrow(/get_user_info/);
  await client.close();

  await user.goBy('activity', entry(/^Activity/));
  const calls = page.getByRole('grid', { name: 'Calls' });
  await calls.getByRole('row').filter({ hasText: 'get_user_info' }).nth(1).waitFor();
  await user.reach(calls, { within: 25 });
  await user.press('ArrowDown');
  await user.press('Enter');
  await page.getByRole('complementary').getByText('get_user_info').first().waitFor();
  await focused(calls);
  await user.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Call 1/ }).waitFor();
  await expectFocusIn(main);

  await user.goBy('2990', entry(/Ticket 2990/));
  await page.getByRole('heading', { level: 1, name: /^2990/ }).waitFor();
  await expectFocusIn(main);
  await user.reach(page.getByRole('tab', { name: 'Conversation' }), { within: 20 });
  await user.press('ArrowRight');
  await focused(page.getByRole('tab', { name: 'Matches' }));
  await user.press('ArrowRight');
  await focused(page.getByRole('tab', { name: 'Edit' }));
  const summary = page.getByRole('textbox', { name: 'Summary' });
  await user.reach(summary, { within: 3 });
  await user.press('ControlOrMeta+a');
  await user.type('Badge for a visitor');
  await user.press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
  await focused(summary);
  await user.reach(page.getByRole('tab', { name: 'Edit' }), { within: 3, by: 'Shift+Tab' });
  await user.press('ArrowRight');
  await page.getByRole('listitem').filter({ hasText: 'Summary' }).getByText('Badge for a visitor').first().waitFor();
}, 40_000);

test('the keys of a list search it, move, open, close and start a new record', async () => {
  const { page } = app;
  await user.goBy('tickets', page.getByRole('dialog').getByRole('button', { name: /^Tickets/ }));
  const list = page.getByRole('grid', { name: 'Tickets' });
  const search = page.getByRole('textbox', { name: 'Search tickets' });
  await list.getByRole('row').nth(5).waitFor();
  await user.press('/');
  await focused(search);
  await user.type('printer');
  await page.waitForURL(/search=printer/);
  await user.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('search'));
  await focused(search);

  await user.reach(list, { within: 25 });
  await user.press('ArrowDown');
  await user.press('ArrowDown');
  await user.press('ArrowUp');
  await user.press('Enter');
  const panel = page.getByRole('complementary', { name: /^Ticket \d+/ });
  await panel.waitFor();
  const opened = Number(new URL(page.url()).searchParams.get('open'));
  const second = await list.locator('[aria-rowindex="3"]').textContent();
  expect(second).toContain(String(opened));
  await focused(list);

  await user.reach(panel.getByRole('button', { name: 'Close', exact: true }), { within: 60 });
  await user.press('Enter');
  await panel.waitFor({ state: 'detached' });
  await focused(list);

  await user.press('Enter');
  await user.reach(panel.getByRole('tab', { name: 'Conversation' }), { within: 60 });
  await user.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await focused(list);

  await user.press('n');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.waitFor();
  await expectFocusIn(dialog);
  await user.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focused(list);

  await user.press('Enter');
  await panel.waitFor();
  await user.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${opened}`) }).waitFor();
}, 40_000);

test('the list of shortcuts opens by ? and closes by Escape, and the focus is where it was', async () => {
  const { page } = app;
  await user.goBy('knowledge', page.getByRole('dialog').getByRole('button', { name: /^Knowledge base/ }));
  const newArticle = page.getByRole('button', { name: 'New article' });
  await user.reach(newArticle, { within: 10 });
  await user.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Save what you changed').waitFor();
  await expectFocusIn(sheet);
  await user.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await focused(newArticle);
});

test('a dialogue that a link opened leaves the focus on the page', async () => {
  const { page } = app;
  await user.goBy('new ticket', page.getByRole('dialog').getByRole('button', { name: /^New ticket/ }));
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.waitFor();
  await expectFocusIn(dialog);
  await user.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocusIn(page.getByRole('main'));
});

test('at 200 % zoom the focus does not stay below the panel that covers the list', async () => {
  const { page } = app;
  await page.setViewportSize({ width: 640, height: 450 });
  await user.goBy('tickets', page.getByRole('dialog').getByRole('button', { name: /^Tickets/ }));
  const list = page.getByRole('grid', { name: 'Tickets' });
  await list.getByRole('row').nth(5).waitFor();
  await user.reach(list, { within: 25 });
  await user.press('Enter');
  const panel = page.getByRole('complementary', { name: /^Ticket \d+/ });
  await panel.waitFor();
  await expectFocusIn(panel);
  await user.reach(panel.getByRole('tab', { name: 'Conversation' }), { within: 20 });
  await user.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await focused(list);
  await user.press('Enter');
  await expectFocusIn(panel);
  await user.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^\d{4} / }).waitFor();
});

/** Waits until the control has the focus. */
async function focused(target: Parameters<typeof hasFocus>[0]): Promise<void> {
  await target.waitFor({ state: 'attached' });
  await expect.poll(() => hasFocus(target), { interval: 10 }).toBe(true);
}

async function expectFocusIn(place: Parameters<typeof hasFocus>[0]): Promise<void> {
  await expect
    .poll(() => place.evaluate((element) => element.contains(document.activeElement)), { interval: 10 })
    .toBe(true);
}
