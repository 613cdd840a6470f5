import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openApp, type OpenApp } from '../support/open-app.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.go('/tickets');
  await grid().getByRole('row').nth(1).waitFor();
});

const grid = () => app.page.getByRole('grid', { name: 'Tickets' });
const filter = (name: string) => app.page.locator('[aria-haspopup="listbox"]').filter({ hasText: name });
const count = async (): Promise<number> => {
  const text = await app.page.getByText(/^[\d,]+ tickets?$/).textContent();
  return Number(text?.replace(/\D/g, ''));
};

test('a filter narrows the list, stands in the address, and is there again after a reload and gone after going back', async () => {
  const all = await count();
  await filter('Status').click();
  await app.page.getByRole('option', { name: 'Awaiting user' }).click();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Status: Awaiting user' }).waitFor();
  await expect.poll(count).toBeLessThan(all);
  const narrowed = await count();
  expect(app.page.url()).toMatch(/status=\d+/);
  await app.page.reload();
  await expect.poll(count).toBe(narrowed);
  await app.page.goBack();
  await expect.poll(count).toBe(all);
});

test('a choice among many is found by typing', async () => {
  await filter('Agent').click();
  await app.page.getByRole('textbox', { name: 'Find a choice of Agent' }).and(app.page.locator(':focus')).waitFor();
  await app.page.keyboard.type('mei-lin');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('button', { name: 'Agent: Mei-Lin Chua' }).waitFor();
  const names = grid().getByRole('row').filter({ hasText: 'Mei-Lin Chua' });
  // Both change as the list is read anew: only together are they true.
  await expect.poll(async () => (await names.count()) - (await count())).toBe(0);
});

test('a click on a column sorts by it, and a second click turns the order round', async () => {
  const first = () => grid().locator('[aria-rowindex="2"] .mono').textContent();
  const header = app.page.getByRole('columnheader', { name: 'Ticket' });
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(first).not.toBe('3000');
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
  await expect.poll(first).toBe('3000');
  expect(app.page.url()).toContain('sort=id');
});

test('a column that was hidden stays hidden', async () => {
  await app.page.getByRole('button', { name: 'Columns' }).click();
  await app.page.getByRole('menuitemcheckbox', { name: 'Priority' }).click();
  await app.page.keyboard.press('Escape');
  await app.page.reload();
  await grid().getByRole('row').nth(1).waitFor();
  expect(await app.page.getByRole('columnheader', { name: 'Priority' }).count()).toBe(0);
  await app.page.getByRole('button', { name: 'Columns' }).click();
  await app.page.getByRole('menuitem', { name: 'Back to the usual columns' }).click();
  await app.page.getByRole('columnheader', { name: 'Priority' }).waitFor();
});

test('the end of a long list is one drag away, with its rows, and another order starts at the top', async () => {
  await app.go('/tickets?show=all&sort=id&order=up');
  await expect.poll(count).toBe(2000);
  await grid().locator('[aria-rowindex="2"] .mono').getByText('1001').waitFor();
  await grid().evaluate(async (list) => {
    for (let step = 1; step <= 40; step += 1) {
      list.scrollTop = (list.scrollHeight * step) / 40;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await grid().locator('[aria-rowindex="2001"] .mono').getByText('3000').waitFor();
  await app.page.getByRole('columnheader', { name: 'Ticket' }).getByRole('button').click();
  await grid().locator('[aria-rowindex="2"] .mono').getByText('3000').waitFor();
});
