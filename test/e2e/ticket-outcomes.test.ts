import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/find-violations.ts';
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

const actions = () => app.page.getByRole('group', { name: 'Actions' });
const action = (name: string) => actions().getByRole('button', { name, exact: true });
const entry = (text: string) => app.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: text });
const step = (name: string) => app.page.getByText(`Step ${name}`, { exact: true });

/** Reaches an action that stands on the row, or among those that did not fit. */
async function choose(name: string): Promise<void> {
  await settlePage(app.page);
  // The row measures what fits a frame after it changed.
  await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shown = action(name);
  if ((await shown.count()) > 0) {
    await user.reach(shown);
    return user.press('Enter');
  }
  await user.reach(action('More'));
  await user.press('Enter');
  await user.reach(app.page.getByRole('menuitem', { name, exact: true }), { by: 'ArrowDown', within: 12 });
  await user.press('Enter');
}

async function expectCleanInBothThemes(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settlePage(app.page);
    expect(await findViolations(app.page)).toEqual([]);
  }
}

test('an incident is taken up again and resolved without a mouse, and a field that is needed is asked for', async () => {
  const { page } = app;
  await app.go('/tickets/2990');
  await step('Waiting for user').waitFor();
  await choose('Resume work');
  await page.getByText('“Resume work” is in the conversation. Now: status In progress, step In progress.').waitFor();
  await step('In progress').waitFor();
  await entry('Work goes on.').last().waitFor();
  await expect.poll(() => actions().evaluate((group) => group.contains(document.activeElement))).toBe(true);
  await expectCleanInBothThemes();

  await choose('Resolve');
  const dialog = page.getByRole('dialog', { name: 'Resolve: ticket 2990' });
  await dialog.getByText('Sets the status to Resolved, books 10 minutes and moves to the step Resolved.').waitFor();
  const note = dialog.getByRole('textbox', { name: 'Note' });
  await expect.poll(() => hasFocus(note)).toBe(true);
  await user.type('The dock has a new power supply.');
  const resolve = dialog.getByRole('button', { name: 'Resolve', exact: true });
  expect(await resolve.isDisabled()).toBe(true);
  const code = dialog.getByRole('combobox', { name: 'How it was resolved' });
  await user.reach(code, { within: 2 });
  await user.reach(dialog.getByRole('button', { name: 'Cancel' }), { within: 2 });
  await dialog.getByText('This field needs a value.').waitFor();
  await expectCleanInBothThemes();
  await user.reach(code, { within: 2, by: 'Shift+Tab' });
  await user.press('ArrowDown');
  await user.press('ArrowDown');
  await user.press('Enter');
  await user.reach(resolve, { within: 4 });
  // As when the choice was taken away since the page was read.
  await page.route(
    '**/rpc/tickets/useOutcome',
    (route) =>
      route.continue({
        postData:
          route
            .request()
            .postData()
            ?.replace(/"value":"[^"]+"/, '"value":"Mended"') ?? '',
      }),
    { times: 1 },
  );
  await user.press('Enter');
  await dialog.getByText('How it was resolved: must be one of: Fixed, ', { exact: false }).waitFor();
  expect(await code.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => hasFocus(code)).toBe(true);
  expect(await dialog.getByRole('alert').count()).toBe(0);
  await user.reach(resolve, { within: 4 });
  await user.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Now: status Resolved, step Resolved.', { exact: false }).waitFor();
  await step('Resolved').waitFor();
  await entry('The dock has a new power supply.').waitFor();
  await page.getByText('How it was resolved').waitFor();
  expect(app.troubles.filter((trouble) => !/ 40[09] /.test(trouble))).toEqual([]);
}, 60_000);

test('an action on a ticket that somebody closed meanwhile is refused in plain words, and what was typed is kept', async () => {
  const { page, served } = app;
  await app.go('/tickets/2988');
  await step('In progress').waitFor();
  await choose('Ask user');
  const dialog = page.getByRole('dialog', { name: 'Ask user: ticket 2988' });
  const note = dialog.getByRole('textbox', { name: 'Note' });
  await expect.poll(() => hasFocus(note)).toBe(true);
  await user.type('Does it still restart at noon?');

  const { json } = await served.cli('call', 'get_one_ticket', '{"ticket_id":2988}', '--json');
  const { actions: usable } = json as { actions: { id: number; name: string }[] };
  const close = usable.find(({ name }) => name === 'Close')?.id;
  const closed = await served.cli('call', 'action_ticket', JSON.stringify({ ticket_id: 2988, action_id: close }));
  expect(closed.code).toBe(0);

  await user.reach(dialog.getByRole('button', { name: 'Ask user' }), { within: 3 });
  await user.press('Enter');
  const refusal = 'Nothing was done: somebody changed the ticket meanwhile, and “Ask user” cannot be used any more.';
  await dialog.getByRole('alert').getByText(`${refusal} It is on the step Closed now.`).waitFor();
  expect(await note.inputValue()).toBe('Does it still restart at noon?');
  await expectCleanInBothThemes();
  await user.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await step('Closed').waitFor();
  expect(await entry('Does it still restart').count()).toBe(0);
  expect(app.troubles.filter((trouble) => !/ 40[09] /.test(trouble))).toEqual([]);
}, 60_000);
