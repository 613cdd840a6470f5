import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../support/find-violations.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { realClients } from '../support/real-clients.ts';
import { settlePage } from '../support/settle-page.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(8_000);
  await app.page.setViewportSize({ width: 1600, height: 900 });
}, 60_000);
afterAll(() => app.close());

const show = (face: 'Diagram' | 'Steps') => app.page.getByRole('tab', { name: face }).click();
const node = (name: string) =>
  app.page.getByLabel(`Step ${name}`, { exact: true }).and(app.page.locator('.react-flow__node'));
const line = (words: string) => app.page.getByLabel(words, { exact: true });
const section = (name: string) => app.page.getByRole('region', { name: `Step ${name}`, exact: true });
const unsaved = () => app.page.getByRole('group', { name: 'Unsaved changes' });

async function choose(box: Locator, option: string): Promise<void> {
  await box.click();
  await app.page.getByRole('option', { name: option }).click();
}

/** Draws a line with the mouse, from an action of a step to another step. */
async function draw(from: string, action: string, to: string): Promise<void> {
  const { mouse } = app.page;
  const handle = node(from).getByRole('listitem').filter({ hasText: action }).locator('.react-flow__handle');
  const [start, end] = [await handle.boundingBox(), await node(to).boundingBox()];
  if (start === null || end === null) throw new Error('The diagram does not show them.');
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await mouse.up();
}

test('a workflow is changed in the form and in the diagram alike, and what is saved is offered on tickets and to clients', async () => {
  const { page, served } = app;
  const details = { summary: 'No sound', description: 'Since today.', user_email: 'philippa.quill@larkmoor.example' };
  const logged = await served.cli(
    'call',
    'create_ticket',
    JSON.stringify({ ...details, ticket_type: 'Incident' }),
    '--json',
  );
  const ticket_id = (logged.json as { id: number }).id;
  const client = await realClients['the SDK v2 client in the 2026-07-28 era']?.(
    served.endpoint,
    await served.createKey(),
  );
  const offered = async () => {
    const told = await client?.call('get_one_ticket', { ticket_id });
    return (told?.['actions'] as { id: number; name: string }[]).map(({ name }) => name);
  };
  expect(await offered()).not.toContain('Call back');

  await app.go('/workflows/1?tab=steps');
  await section('New').getByRole('button', { name: 'New action for New' }).click();
  const dialog = page.getByRole('dialog', { name: 'New action for “New”' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Call back');
  await dialog.getByRole('checkbox', { name: 'Quick action' }).check();
  await choose(dialog.getByRole('combobox', { name: 'Status' }), 'On hold');
  await dialog.getByRole('button', { name: 'Create action' }).click();
  await dialog.waitFor({ state: 'detached' });
  await choose(section('New').getByRole('combobox', { name: 'Where Call back leads' }), 'To On hold');

  await show('Diagram');
  await line('Call back leads from New to On hold').waitFor({ state: 'attached' });
  await settlePage(page);
  await draw('New', 'Escalate', 'Resolved');
  await line('Escalate leads from New to Resolved').waitFor({ state: 'attached' });

  await node('Waiting for user').focus();
  await page.keyboard.press('Delete');
  await unsaved()
    .getByText(/open tickets are on “Waiting for user”, which goes, and go on at “New”, the start\./)
    .waitFor();
  await page.keyboard.press('Control+z');
  await node('Waiting for user').waitFor();
  expect(await unsaved().getByText('which goes').count()).toBe(0);

  await node('Resolved').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Step' });
  await panel.getByRole('textbox', { name: 'Name' }).fill('Solved');
  await panel.getByRole('checkbox', { name: 'Start' }).check();
  await node('Solved').getByText('Start').waitFor();
  await panel.getByRole('checkbox', { name: 'Start' }).uncheck();
  await unsaved().getByText('No step is the start.', { exact: false }).waitFor();
  expect(await unsaved().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await node('New').getByText('Start').waitFor();
  await settlePage(page);
  expect(await findViolations(page)).toEqual([]);

  await show('Steps');
  const lead = section('New').getByRole('combobox', { name: 'Where Escalate leads' });
  expect(await lead.inputValue()).toBe('To Solved');
  expect(await offered()).not.toContain('Call back');
  await page.keyboard.press('Control+s');
  await page.getByRole('status').getByText('Saved.').waitFor();

  expect(await offered()).toContain('Call back');
  await app.go(`/tickets/${ticket_id}`);
  const actions = page.getByRole('group', { name: 'Actions' });
  await actions.getByRole('button', { name: 'Take it' }).waitFor();
  await settlePage(page);
  // Those that do not fit are in a menu.
  if ((await actions.getByRole('button', { name: 'Call back' }).count()) > 0) {
    await actions.getByRole('button', { name: 'Call back' }).click();
  } else {
    await actions.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Call back' }).click();
  }
  await page.getByText('“Call back” is in the conversation. Now: status On hold, step On hold.').waitFor();
  expect((await client?.call('get_one_ticket', { ticket_id }))?.['workflow_step']).toMatchObject({ name: 'On hold' });
  await client?.close();
  expect(app.troubles).toEqual([]);
}, 90_000);

test('an action and a workflow that nothing uses are deleted, and what is used says so', async () => {
  const { page } = app;
  await app.go('/workflows/2');
  expect(await page.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Second thoughts');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Second thoughts' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the workflow' }).click();
  await page.getByRole('heading', { name: 'Workflows', exact: true }).waitFor();
  await page.getByText('6 workflows').waitFor();

  await app.go('/actions?new=outcome');
  const dialog = page.getByRole('dialog', { name: 'New action' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Thank the user');
  await choose(dialog.getByRole('combobox', { name: 'For' }), 'Agents and users');
  expect(await dialog.getByRole('checkbox', { name: 'Private' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Create action' }).click();
  await page.getByRole('heading', { name: 'Thank the user' }).waitFor();
  await page.getByText('Nowhere yet.', { exact: false }).waitFor();
  await page.getByRole('tab', { name: 'Edit' }).click();
  await page.getByRole('checkbox', { name: 'On every step' }).check();
  await page.keyboard.press('Control+s');
  await page.getByRole('status').getByText('Saved.').waitFor();
  await page.getByRole('tab', { name: 'Action', exact: true }).click();
  await page.getByText('On every step, and on tickets without a workflow.').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the action' }).click();
  await page.getByRole('heading', { name: 'Actions', exact: true }).waitFor();
  expect(app.troubles).toEqual([]);
}, 60_000);
