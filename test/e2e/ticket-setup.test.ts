import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { settlePage } from '../support/settle-page.ts';
import { createKeyboardUser, hasFocus, type KeyboardUser } from './keyboard-user.ts';

let app: OpenApp;
let user: KeyboardUser;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(8_000);
  user = createKeyboardUser(app.page);
}, 60_000);
afterAll(() => app.close());

const heading = (name: string) => app.page.getByRole('heading', { level: 1, name, exact: true });
const palette = (name: string) => app.page.getByRole('dialog').getByRole('button', { name });
const newDialog = (name: string) => app.page.getByRole('dialog', { name });

/** Opens a dialog by the command palette and waits until its first field can be typed into. */
async function begin(command: string, title: string, first: string): Promise<Locator> {
  await user.goBy(command, palette(command));
  const dialog = newDialog(title);
  const field = dialog.getByRole('textbox', { name: first });
  await expect.poll(() => hasFocus(field)).toBe(true);
  return dialog;
}

/** Chooses in the list that opens below a field, by its keys alone. */
async function pick(box: Locator, option: string): Promise<void> {
  await user.reach(box);
  await user.press('ArrowDown');
  const wanted = app.page.getByRole('option', { name: option, exact: true });
  await wanted.waitFor();
  for (let step = 0; step < 40 && (await wanted.getAttribute('data-combobox-selected')) === null; step += 1) {
    await user.press('ArrowDown');
  }
  await user.press('Enter');
}

test('an SLA and a type with fields are made without a mouse, and a ticket of it asks for what it requires', async () => {
  const { page } = app;
  const sla = await begin('New SLA', 'New SLA', 'Name');
  await user.type('VIP');
  await pick(sla.getByRole('combobox', { name: 'Working calendar' }), 'Office hours');
  await user.reach(sla.getByRole('textbox', { name: 'Medium: response within' }));
  await user.type('90');
  await user.reach(sla.getByRole('textbox', { name: 'Medium: fixed within' }));
  await user.type('1:30');
  await user.press('Tab');
  await sla.getByText('Not before the response.').waitFor();
  await user.reach(sla.getByRole('textbox', { name: 'Medium: response within' }), { by: 'Shift+Tab' });
  await user.press('ControlOrMeta+a');
  await user.type('30m');
  await user.reach(sla.getByRole('button', { name: 'Create SLA' }));
  await user.press('Enter');
  await heading('VIP').waitFor();
  const row = page.getByRole('row', { name: /^Medium/ });
  expect(await row.innerText()).toMatch(/30 min\s+by Fri .+ 17:00\s+1 h 30 min\s+by Fri .+ 18:00/);
  await page.getByRole('region', { name: 'Used by' }).getByText('Nothing.').waitFor();
  await lookAround(page);

  const type = await begin('New type of ticket', 'New ticket type', 'Name');
  await user.type('VIP visit');
  await pick(type.getByRole('combobox', { name: 'SLA' }), 'VIP');
  const add = type.getByRole('combobox', { name: 'Add a field' });
  await pick(add, 'Cost centre');
  await pick(add, 'Equipment');
  const up = type.getByRole('button', { name: 'Move Equipment up' });
  await user.reach(up, { by: 'Shift+Tab' });
  await user.press('Enter');
  await expect.poll(() => type.getByRole('listitem').first().innerText()).toContain('Equipment');
  await expect.poll(() => hasFocus(up)).toBe(true);
  await user.reach(type.getByRole('checkbox', { name: 'Equipment is required' }), { by: 'Shift+Tab' });
  await user.press('Space');
  await lookAround(page);
  await user.reach(type.getByRole('button', { name: 'Create ticket type' }));
  await user.press('Enter');
  await heading('VIP visit').waitFor();
  expect(await page.getByRole('region', { name: 'Fields' }).innerText()).toMatch(/Equipment required\s+Cost centre/);

  await user.goBy('new ticket', page.getByRole('dialog').getByRole('button', { name: /^New ticket/ }));
  const ticket = newDialog('New ticket');
  await expect.poll(() => hasFocus(ticket.getByRole('textbox', { name: 'Summary' }))).toBe(true);
  await user.type('Guests on Monday');
  await user.reach(ticket.getByRole('textbox', { name: 'User' }));
  await user.type('philippa');
  await page.getByRole('option', { name: /Philippa Quill/ }).waitFor();
  await user.press('ArrowDown');
  await user.press('Enter');
  await pick(ticket.getByRole('combobox', { name: 'Type' }), 'VIP visit');
  const log = ticket.getByRole('button', { name: 'Log ticket' });
  const equipment = ticket.getByRole('combobox', { name: 'Equipment' });
  await equipment.waitFor();
  expect(await log.isDisabled()).toBe(true);
  await user.reach(equipment);
  await user.press('ArrowDown');
  await user.press('ArrowDown');
  await user.press('Enter');
  await user.reach(log);
  await user.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Guests on Monday$/ }).waitFor();
  await page.getByText('VIP visit').first().waitFor();
  await page.getByText('Equipment', { exact: true }).waitFor();
  expect(app.troubles).toEqual([]);
}, 90_000);

test('what a type is set to is saved by Ctrl+S, and what is used says so instead of being deleted', async () => {
  const { page } = app;
  await app.go('/ticket-types/2?tab=edit');
  const name = page.getByRole('textbox', { name: 'Name' });
  await user.reach(name);
  await user.press('End');
  await user.type(' (general)');
  await page.getByText('Unsaved:').waitFor();
  // A draft outlives leaving the page.
  await app.go('/statuses');
  await app.go('/ticket-types/2?tab=edit');
  expect(await name.inputValue()).toBe('Service Request (general)');
  await user.press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
  await heading('Service Request (general)').waitFor();
  await user.reach(page.getByRole('checkbox', { name: 'Default type' }));
  await user.press('Space');
  await user.reach(page.getByRole('checkbox', { name: 'Inactive' }));
  await user.press('Space');
  await user.press('ControlOrMeta+s');
  await page.getByRole('alert').getByText('The default type cannot be inactive.', { exact: false }).waitFor();
  await user.reach(page.getByRole('button', { name: 'Discard' }));
  await user.press('Enter');

  await app.go('/statuses/4');
  const uses = page.getByRole('region', { name: 'Used by' });
  await uses.getByRole('link', { name: /^\d+ tickets$/ }).waitFor();
  expect(await uses.getByRole('button').count()).toBe(0);

  await app.go('/priorities?dialog=order');
  const down = page.getByRole('button', { name: 'Move Critical down' });
  await expect.poll(() => hasFocus(down)).toBe(true);
  await user.press('Enter');
  await expect.poll(() => hasFocus(down)).toBe(true);
  await user.reach(page.getByRole('button', { name: 'Save order' }));
  await user.press('Enter');
  await newDialog('Change order').waitFor({ state: 'detached' });
  await settlePage(page);
  await expect.poll(() => page.getByRole('row').nth(1).innerText()).toContain('High');
  expect(app.troubles.filter((trouble) => !/ 40[09] /.test(trouble))).toEqual([]);
}, 60_000);
