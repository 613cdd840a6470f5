import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { createKeyboardUser, hasFocus, type KeyboardUser } from './keyboard-user.ts';

let app: OpenApp;
let user: KeyboardUser;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(10_000);
  user = createKeyboardUser(app.page);
}, 60_000);
afterAll(() => app.close());

/** A refusal that a test asks for is none. */
const troubles = () => app.troubles.filter((trouble) => !trouble.includes(' 409 '));
const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true });
const field = (name: string) => app.page.getByRole('textbox', { name });
const figures = () => app.page.getByRole('table', { name: 'How often the rule was right' });
const rules = () => app.page.getByRole('grid', { name: 'Suggestion rules' });
const namesOfRules = async () => {
  const rows = await rules().locator('[data-index]').all();
  return Promise.all(rows.map((row) => row.getByRole('gridcell').nth(1).textContent()));
};

/** Goes to a rule by its link in the list. */
async function openRule(name: string): Promise<void> {
  await app.go('/suggestion-rules');
  await rules().getByText(name, { exact: true }).click();
  await app.page.getByRole('heading', { level: 1, name }).waitFor();
}

test('on a ticket one suggestion is applied and another turned down, and its history tells of that', async () => {
  const { page } = app;
  await app.go('/tickets/2936');
  await page.getByRole('tab', { name: 'Matches and suggestions' }).click();
  await page.getByRole('tab', { name: 'Matches and suggestions (2 open)' }).waitFor();
  const suggestions = page.getByRole('group', { name: 'Suggestions' });
  const evidence = suggestions.getByRole('button', { name: '5 of 6 similar tickets' });
  await evidence.click();
  expect(
    await suggestions
      .getByRole('listitem')
      .filter({ hasText: /^\d{4} / })
      .count(),
  ).toBeGreaterThan(2);
  const similar = page.getByRole('region', { name: 'Similar tickets' });
  expect(await similar.getByText('Shares').count()).toBeGreaterThan(2);
  await lookAround(page);

  await button('Apply the priority').click();
  await page.getByText('Applied: priority.').waitFor();
  await page.getByRole('tab', { name: 'Matches and suggestions (1 open)' }).waitFor();
  await button('Dismiss the resolution').click();
  await page.getByText('Dismissed: resolution.').waitFor();
  await page.getByText('Nothing is suggested', { exact: false }).waitFor();
  await button('Look again').click();
  await page.getByText('Nothing is suggested', { exact: false }).waitFor();
  await page.getByRole('tab', { name: 'Changes' }).click();
  const change = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'Apply suggestion' });
  await change.getByText('Low', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Edit' }).click();
  await expect.poll(() => page.getByRole('combobox', { name: 'Priority' }).inputValue()).toBe('Low');
  expect(troubles()).toEqual([]);
}, 60_000);

test('all suggestions are applied at once, and what somebody decided meanwhile is refused in a sentence', async () => {
  const { page } = app;
  await app.go('/tickets/2894?tab=matches');
  await button('Apply all 2').click();
  await page.getByText('Applied: priority, resolution.').waitFor();
  await page.getByRole('tab', { name: 'Conversation' }).click();
  const note = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'Resolution of the similar ticket' });
  await note.getByText('Private', { exact: true }).waitFor();

  await app.go('/tickets/2661?tab=matches');
  await button('Apply the resolution').waitFor();
  // As when another window has applied it, and the news is still on its way.
  await page.route(
    '**/rpc/suggestions/apply',
    (route) => route.continue({ postData: (route.request().postData() ?? '').replace(/\[\d+\]/, '[999999]') }),
    { times: 1 },
  );
  await button('Apply the resolution').click();
  await page.getByRole('alert').getByText('is not open for ticket 2661', { exact: false }).waitFor();
  await button('Apply the resolution').click();
  await page.getByText('Applied: resolution.').waitFor();
  expect(troubles()).toEqual([]);
}, 60_000);

test('rules are put in another order without a mouse, and the focus stays with the one that moved', async () => {
  await app.go('/suggestion-rules');
  await rules().getByRole('switch').first().waitFor({ state: 'attached' });
  const before = await namesOfRules();
  const [first, second, third, ...rest] = before;
  await user.reach(rules());
  await user.press('ArrowDown');
  const move = async (key: string): Promise<void> => {
    const kept = app.page.waitForResponse('**/rpc/suggestions/orderRules');
    await user.press(key);
    await kept;
  };
  await move('Alt+ArrowUp');
  await expect.poll(namesOfRules).toEqual([second, first, third, ...rest]);
  await user.press('Alt+ArrowUp');
  await move('Alt+ArrowDown');
  await expect.poll(namesOfRules).toEqual(before);
  const down = button(`Move ${first} down`);
  await user.reach(down, { within: 30 });
  await move('Enter');
  await expect.poll(namesOfRules).toEqual([second, first, third, ...rest]);
  await expect.poll(() => hasFocus(down)).toBe(true);
  await move('Enter');
  await expect.poll(namesOfRules).toEqual([second, third, first, ...rest]);
  await app.go('/tickets');
  await app.go('/suggestion-rules');
  await expect.poll(namesOfRules).toEqual([second, third, first, ...rest]);
  const { page } = app;
  const active = page.getByRole('switch', { name: `${second} is active` });
  await active.click({ force: true });
  await expect.poll(() => active.isChecked()).toBe(false);
  await page.reload();
  await active.waitFor({ state: 'attached' });
  expect(await active.isChecked()).toBe(false);
  await active.click({ force: true });
  await expect.poll(() => active.isChecked()).toBe(true);
  await lookAround(page);
  expect(troubles()).toEqual([]);
}, 60_000);

test('an edited rule is tried beside the saved one, stopped, tried again and saved', async () => {
  const { page } = app;
  await openRule('Category of similar tickets');
  await page.getByText('When at least 3 of them have the same category', { exact: false }).waitFor();
  await field('Minimum score, in percent').fill('10');
  await field('Minimum matches').fill('1');
  await field('Minimum share, in percent').fill('');
  await page.getByText('When at least one of them has a category', { exact: false }).waitFor();
  await button('Try on closed tickets').click();
  await page.getByText(/^Tried on \d+ of 200 tickets/).waitFor();
  await button('Stop').click();
  await page.getByText(/^Stopped after \d+ of 200 tickets/).waitFor();
  await button('Try again').click();
  await page.getByText('Tried on 200 closed tickets.').waitFor({ timeout: 60_000 });
  expect(await figures().getByRole('columnheader').allTextContents()).toEqual(['As edited', 'As saved', 'Difference']);
  const row = (name: string) => figures().getByRole('row').filter({ hasText: name }).getByRole('cell');
  expect(await row('Tickets it is for').allTextContents()).toEqual(['200', '200', 'none']);
  const [edited = '', saved = '', difference] = await row('Suggested something').allTextContents();
  expect(edited).toMatch(/^\d+ \(\d+ %\)$/);
  expect(difference).toBe(`+${parseInt(edited, 10) - parseInt(saved, 10)}`);

  const wrong = page.getByRole('region', { name: 'Wrong' });
  const cells = await wrong.getByRole('row').nth(1).getByRole('gridcell').allTextContents();
  expect(cells[1]).not.toBe(cells[2]);
  await lookAround(page);
  await wrong.getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: /^Conversation/ }).waitFor();
  await page.goBack();
  await page.getByText('Tried on 200 closed tickets.').waitFor();
  await page.getByText('Unsaved:').waitFor();

  await field('Minimum matches').fill('2');
  await page.getByText('The form has changed since: try it again.', { exact: false }).waitFor();
  await field('Minimum matches').fill('40');
  await user.press('Tab');
  await page.getByText('A whole number from 1 to 30.').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await field('Minimum matches').fill('2');
  await user.press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
  await page.reload();
  await page.getByText('When at least 2 of them have the same category', { exact: false }).waitFor();
  expect(troubles()).toEqual([]);
}, 120_000);

test('a new rule can be tried before it is saved, and is deleted with what it says that this does', async () => {
  const { page } = app;
  const command = page.getByRole('dialog').getByRole('button', { name: /^New suggestion rule/ });
  await user.goBy('new suggestion', command);
  await page.getByRole('heading', { level: 1, name: 'New suggestion rule' }).waitFor();
  await page.route('**/rpc/suggestions/tryRule', () => undefined, { times: 1 });
  await button('Try on closed tickets').click();
  await page.getByText('Looking for closed tickets…').waitFor();
  await button('Stop').click();
  await page.getByText('Stopped before a ticket was tried.').waitFor();
  await button('Try again').click();
  await page.getByText(/^Tried on \d+ of 200 tickets/).waitFor();
  expect(await figures().getByRole('columnheader').allTextContents()).toEqual(['This rule']);
  await button('Stop').click();
  await field('Name').fill('Categories of printers');
  await user.press('ControlOrMeta+s');
  await page.getByRole('heading', { level: 1, name: 'Categories of printers' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/suggestion-rules\/\d+$/);
  await button('Delete').click();
  const dialog = page.getByRole('dialog', { name: 'Delete this rule?' });
  await dialog.getByText('What was applied stays.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Delete rule' }).click();
  await rules().getByRole('switch').first().waitFor({ state: 'attached' });
  expect(await namesOfRules()).not.toContain('Categories of printers');
  expect(troubles()).toEqual([]);
}, 60_000);
