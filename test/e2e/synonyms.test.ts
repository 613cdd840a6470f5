import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { goTo, openApp, watchTroubles, type OpenApp } from '../support/open-app.ts';
import { createKeyboardUser } from './keyboard-user.ts';

let app: OpenApp;
let other: { readonly page: Page; readonly troubles: readonly string[] };
beforeAll(async () => {
  app = await openApp({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  app.page.setDefaultTimeout(8_000);
  other = await openWindow();
  other.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => app.close());

/** Another window of the same workbench, with a session of its own. */
async function openWindow(): Promise<typeof other> {
  const { json } = await app.served.cli('link', '--json');
  const page = await app.page.context().newPage();
  const troubles = watchTroubles(page);
  await page.goto((json as { url: string }).url);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await goTo(page, '/synonyms');
  return { page, troubles };
}

const field = (page = app.page) => page.getByRole('textbox', { name: 'Words that mean the same' });
const row = (text: string, page = app.page) => page.getByRole('row').filter({ hasText: text });
const button = (name: string | RegExp, page = app.page) => page.getByRole('button', { name, exact: true });

/** Opens a group by its line, as it is shown now. */
async function openGroup(line: string, page = app.page): Promise<void> {
  await page.getByTitle(line, { exact: true }).click();
  await page.getByRole('complementary', { name: `Group ${line}`, exact: true }).waitFor();
}

async function addGroup(line: string, page = app.page): Promise<void> {
  await button('New group', page).first().click();
  await page.getByRole('complementary', { name: 'New group' }).waitFor();
  await field(page).fill(line);
  await field(page).press('Enter');
  await page.getByText(`Added: ${line}.`, { exact: false }).waitFor();
}

async function save(page = app.page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
}

test('a group that was typed and saved without a mouse finds tickets by its synonym from then on', async () => {
  const { page } = app;
  const user = createKeyboardUser(page);
  const entry = (name: RegExp) => page.getByRole('dialog').getByRole('button', { name });
  await user.goBy('new group of syn', entry(/^New group of synonyms/));
  await page.getByText('No synonyms yet').waitFor();
  await user.reach(field(), { within: 20 });
  await user.type('zugangsdings');
  await user.press('Enter');
  await page.getByText('A group needs at least two synonyms.').waitFor();
  await user.type(', password');
  await user.press('Enter');
  await row('zugangsdings').getByText('New', { exact: true }).waitFor();
  await user.type('Drucker; printer');
  await user.press('Enter');
  await row('Drucker').waitFor();
  await page.getByText('2 groups added').waitFor();
  await user.press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
  await user.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });

  await user.goBy('zugangsdings', entry(/password.*Ticket \d+/i).first());
  await page.getByRole('heading', { level: 1, name: /password/i }).waitFor();
  await row('zugangsdings', other.page).waitFor();
  expect(app.troubles).toEqual([]);
}, 60_000);

test('a search that is tried finds by the saved groups', async () => {
  await app.go('/synonyms');
  await openGroup('Drucker, printer');
  await button('Drucker').click();
  const panel = app.page.getByRole('complementary', { name: 'Try a search' });
  await panel
    .getByRole('link', { name: /printer/i })
    .first()
    .waitFor();
  await panel.getByRole('textbox', { name: 'Search for' }).fill('qqqqzzzz');
  await panel.getByText('Nothing is found.').waitFor();
  await app.page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('what was done and not saved is marked, outlives leaving the page, and can be undone one by one', async () => {
  const { page } = app;
  await addGroup('phone, mobile');
  await page.keyboard.press('Escape');
  await openGroup('Drucker, printer');
  await field().fill('Drucker, printer, MFP');
  await button('Delete: zugangsdings, password').click();
  await app.go('/settings');
  await app.go('/synonyms');
  await page.getByText('1 group added, 1 changed, 1 deleted').waitFor();
  await row('Drucker').getByText('Changed').waitFor();
  await button('Undo: Drucker, printer').click();
  await button('Undo: zugangsdings, password').click();
  await button('Delete: phone, mobile').click();
  await page.getByText('Unsaved:').waitFor({ state: 'detached' });
  expect(await page.getByRole('gridcell').filter({ hasText: 'MFP' }).count()).toBe(0);
});

test('what somebody else saved meanwhile is told and kept, and the same group asks for a choice', async () => {
  const { page } = app;
  await openGroup('Drucker, printer');
  await field().fill('Drucker, printer, MFP');
  await addGroup('screen, monitor', other.page);
  await save(other.page);
  await row('screen').waitFor();
  await page.getByText('Somebody else saved meanwhile.', { exact: false }).waitFor();
  await row('Drucker').getByText('Changed').waitFor();

  await openGroup('Drucker, printer', other.page);
  await field(other.page).fill('Drucker, printer, copier');
  await save(other.page);
  await row('copier').waitFor();
  await row('MFP').getByText('Conflict').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await page.getByRole('alert').getByText('Drucker, printer', { exact: true }).waitFor();
  await button('Add mine beside theirs').click();
  await save();
  await row('MFP', other.page).waitFor();
  await row('copier', other.page).waitFor();
  expect([...app.troubles, ...other.troubles]).toEqual([]);
}, 60_000);

test('a save that the news of another has not reached is refused with a sentence, and works the second time', async () => {
  const { page } = app;
  await addGroup('badge, pass card');
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  // The window hears of nothing until its own save was refused.
  await page.route('**/rpc/synonyms/get', async (route) => {
    await held;
    await route.continue();
  });
  await addGroup('desk, table', other.page);
  await save(other.page);
  await button('Save').click();
  await page.getByRole('alert').getByText('The search synonyms were changed meanwhile.', { exact: false }).waitFor();
  answer?.();
  await row('desk').waitFor();
  await save();
  await row('badge', other.page).waitFor();
  await page.unroute('**/rpc/synonyms/get');
}, 60_000);

test('a list of 2,000 groups is pasted, filtered, saved and copied again', async () => {
  const { page } = app;
  const lines = Array.from({ length: 2_000 }, (_, at) => `word ${at}, term${at}`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ['# ours', ...lines, 'alone'].join('\n'));
  await button('New group').first().click();
  await field().press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Paste groups' });
  await dialog.getByText('2,000 groups to add. One line is left out:').waitFor();
  await dialog.getByText('Line 2,002').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: /^Add 2,000, delete/ }).click();
  await page.getByText(/2,000 groups added, \d+ deleted/).waitFor();
  await save();
  await page.getByText('2,000 groups', { exact: true }).waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('textbox', { name: 'Filter by a word' }).fill('term1999');
  await page.getByText('1 group', { exact: true }).waitFor();
  await row('word 1999').waitFor();

  await button('Paste or copy').click();
  await page.getByRole('menuitem', { name: 'Copy groups…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('dialog').getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${lines.join('\n')}\n`);
  await page.keyboard.press('Escape');
  expect(app.troubles.filter((trouble) => !trouble.includes('409'))).toEqual([]);
}, 60_000);

test('every state of a group has nothing that axe finds and stays within the window, in both themes', async () => {
  const { page } = app;
  const long = `${'x'.repeat(60)}, ${Array.from({ length: 11 }, (_, at) => `a longer word ${at}`).join(', ')}`;
  await page.getByRole('textbox', { name: 'Filter by a word' }).fill('');
  await openGroup('word 1, term1');
  await field().fill('word 1');
  await button('Delete: word 2, term2').click();
  await addGroup(long);
  await openGroup('word 3, term3');
  await field().fill('word 3, mine');
  await openGroup('word 3, term3', other.page);
  await field(other.page).fill('word 3, theirs');
  await save(other.page);
  await row('mine').getByText('Conflict').waitFor();
  await lookAround(page);
}, 60_000);
