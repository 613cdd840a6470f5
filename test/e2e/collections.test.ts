import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemTools } from '../../src-main/tools/system/index.ts';
import type { CollectionView } from '../../src-shared/api/collections.ts';
import { lookAround } from '../support/look-around.ts';
import { createManyTools } from '../support/many-tools.ts';
import { type CoreApp, openCoreApp } from '../support/open-core-app.ts';
import { realClients, type RealClient } from '../support/real-clients.ts';
import { createKeyboardUser, type KeyboardUser } from './keyboard-user.ts';

let app: CoreApp;
let user: KeyboardUser;
let made: CollectionView;
let connected: RealClient;

beforeAll(async () => {
  app = await openCoreApp({ newDesk: 'demo', tools: [...systemTools, ...createManyTools(275)] });
  app.page.setDefaultTimeout(10_000);
  user = createKeyboardUser(app.page);
}, 60_000);
afterAll(async () => {
  await connected?.close();
  await app.close();
});

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const table = () => app.page.getByRole('grid', { name: 'Functions' });
const row = (name: string) => app.page.getByRole('row').filter({ hasText: name });
const unsaved = () => app.page.getByRole('group', { name: 'Unsaved changes' });
const count = (text: string) => app.page.getByText(text, { exact: true }).waitFor();

async function find(words: string, functions: string): Promise<void> {
  await user.press('/');
  await user.press('ControlOrMeta+a');
  await user.type(words);
  await count(functions);
}

test('a collection is made without a mouse, and its page opens with the tools of its type', async () => {
  const { page } = app;
  const entry = page.getByRole('dialog').getByRole('button', { name: /^New tool collection/ });
  await user.goBy('new tool coll', entry);
  await page.getByRole('dialog', { name: 'New tool collection' }).waitFor();
  await user.reach(page.getByRole('textbox', { name: 'Name' }));
  await user.type('Second line');
  await user.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Second line' }).waitFor();
  await count('298 functions');
  made = await app.client.collections.get({ collection: 'Second line' });
  expect(made.settings).toMatchObject({ type: 'agent', enabled: false, includeAllSystemTools: true });
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  expect(app.troubles).toEqual([]);
}, 60_000);

test('it is enabled and saved by keyboard, and a real client sees what the page says', async () => {
  const { page } = app;
  const enabled = page.getByRole('switch', { name: 'Enabled' });
  await user.reach(enabled);
  await user.press('Space');
  await unsaved().waitFor();
  await user.press('ControlOrMeta+s');
  await page.getByText('Saved.', { exact: true }).waitFor();
  made = await app.client.collections.get({ collection: made.id });
  expect(made.settings.enabled).toBe(true);
  connected = await realClients['the SDK v1 client']!(made.url ?? '', app.served.createKey());
  expect(await connected.listTools()).toHaveLength(made.listing.tools);
  await page.getByText('Connected clients: 1').waitFor();
}, 60_000);

test('298 functions are searched, turned off together, put back one by one, and all undone, by keyboard alone', async () => {
  const { page } = app;
  await find('sample 1', '100 functions');
  await user.reach(button(/^Turn off \d+ shown/));
  await user.press('Enter');
  await unsaved().getByText('1 connected client loses 90 tools.', { exact: false }).waitFor();
  await user.reach(table());
  await user.press('End');
  await user.press('ArrowUp');
  await row('sample_198').getByText('Turned off').waitFor();
  await user.press('Space');
  await row('sample_198').getByText('Turned off').waitFor({ state: 'detached' });
  await user.press('ArrowUp');
  await user.press('u');
  await row('sample_197').getByText('Turned off').waitFor({ state: 'detached' });
  await unsaved().getByText('88 tools', { exact: false }).first().waitFor();
  await user.reach(button('Undo 88 changes'), { by: 'Shift+Tab' });
  await user.press('Enter');
  await unsaved().waitFor({ state: 'detached' });
  expect((await app.client.collections.get({ collection: made.id })).version).toBe(made.version);
  expect(app.troubles).toEqual([]);
  await page.keyboard.press('Escape');
}, 60_000);

test('saving says what a connected client loses, does it only when that is meant, and the client then has lost it', async () => {
  const { page } = app;
  await find('sample', '275 functions');
  await user.reach(button(/^Turn off 247 shown/));
  await user.press('Enter');
  await find('search knowledge base', '1 function');
  await user.reach(table());
  await user.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Function Search Knowledge Base' });
  await panel.waitFor();
  await user.reach(panel.getByRole('textbox', { name: 'Description in this collection' }), { within: 60 });
  await user.type('Look here first.');
  await user.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Save for 1 connected client?' });
  await dialog.getByText('1 connected client loses 247 tools.', { exact: false }).waitFor();
  await dialog.getByText('Removed: 247').waitFor();
  await dialog.getByText('Look here first.').waitFor();
  await user.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await unsaved().waitFor();
  expect(await connected.listTools()).toHaveLength(made.listing.tools);

  const told = connected.nextListChange?.();
  await user.press('ControlOrMeta+s');
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  await save.and(page.locator(':focus')).waitFor();
  await user.press('Enter');
  await page.getByText('Saved.', { exact: true }).waitFor();
  await told;
  const names = await connected.listTools();
  expect(names).toHaveLength(made.listing.tools - 247);
  expect(names.filter((name) => name.startsWith('sample_'))).toEqual([]);
  const after = await app.client.collections.get({ collection: made.id });
  expect(after.settings.descriptions).toEqual({ get_knowledge: 'Look here first.' });
  expect(after.listing.tools).toBe(names.length);
  expect(app.troubles).toEqual([]);
}, 60_000);

test('an earlier version is shown with its difference and restored, and the client has its tools again', async () => {
  const { page } = app;
  await app.go(`/collections/${made.id}#versions`);
  await page.getByRole('grid', { name: 'Versions' }).getByRole('row').filter({ hasText: 'Enabled' }).click();
  const panel = page.getByRole('complementary', { name: `Version ${made.version}` });
  await panel.getByText('Added: 247').waitFor();
  const told = connected.nextListChange?.();
  await panel.getByRole('button', { name: 'Restore this version' }).click();
  await panel.getByRole('alertdialog').getByText('1 connected client gains 247 tools.', { exact: false }).waitFor();
  await panel.getByRole('button', { name: 'Restore', exact: true }).click();
  await panel.getByText('saved as a new version', { exact: false }).waitFor();
  await told;
  expect(await connected.listTools()).toHaveLength(made.listing.tools);
}, 60_000);

test('a custom tool that came meanwhile keeps the changes of the page, and is turned off like any other', async () => {
  const { page } = app;
  await app.go(`/collections/${made.id}`);
  await count('298 functions');
  await find('sample 001', '1 function');
  await user.reach(table());
  await user.press('Space');
  await unsaved().getByText('1 tool', { exact: false }).first().waitFor();
  const instruction = 'Use it to log a ticket of the type that fits.';
  const tool = { name: 'CF_log_any', title: 'Log any', instruction, use: 'log_ticket', settings: { of: 'any' } };
  const { version } = await app.client.collections.get({ collection: made.id });
  const told = connected.nextListChange?.();
  const customTools = [{ ...tool, parameters: {}, enabled: true }];
  await app.client.collections.save({ collection: made.id, version, changes: { customTools } });
  await told;
  expect(await connected.listTools()).toContain('CF_log_any');
  await find('CF_log_any', '1 function');
  await row('CF_log_any').getByText('Custom', { exact: true }).waitFor();
  await user.reach(table());
  await user.press('Space');
  await row('CF_log_any').getByText('Turned off').waitFor();
  await user.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Save for 1 connected client?' });
  await dialog.getByText('Removed: 1').waitFor();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').getByText('was changed meanwhile', { exact: false }).waitFor();
  await button('Save mine anyway').click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  const after = await app.client.collections.get({ collection: made.id });
  expect(after.settings.customTools).toEqual([{ ...customTools[0], enabled: false }]);
  expect(after.settings.tools).toContain('sample_001');
  expect(await connected.listTools()).not.toContain('CF_log_any');
  expect(app.troubles.filter((trouble) => !trouble.includes('409'))).toEqual([]);
  (app.troubles as string[]).length = 0;
}, 60_000);

test('deleting says whose key opens nothing then', async () => {
  const { page } = app;
  await app.client.keys.create({ name: 'Only here', collection: made.id });
  await app.go(`/collections?open=${made.id}`);
  const panel = page.getByRole('complementary', { name: 'Collection Second line', exact: true });
  await panel.getByRole('button', { name: 'Clone as read-only' }).click();
  await page.getByRole('complementary', { name: 'Collection Second line (read-only)' }).waitFor();
  await app.go(`/collections?open=${made.id}`);
  await panel.getByRole('button', { name: 'Delete' }).click();
  const question = panel.getByRole('alertdialog');
  await question.getByText('1 connected client gets in no more. 1 key is bound to it', { exact: false }).waitFor();
  await question.getByRole('button', { name: 'Leave it as it is' }).click();
  expect((await app.client.collections.list()).length).toBe(2);
});

test('the page with changes, a warning and an open function has nothing that axe finds, in both themes', async () => {
  const { page } = app;
  await app.go(`/collections/${made.id}?tool=use_specific_action#functions`);
  await count('299 functions');
  await find('get one ticket', '1 function');
  await row('get_one_ticket').first().getByRole('switch').click({ force: true });
  await page.getByText('Use specific action needs Get One Ticket,').waitFor();
  await button('Show the difference').click();
  await page.getByRole('group', { name: 'What clients see change' }).getByText('Removed: 1').waitFor();
  await lookAround(page);
  await button('Discard').click();
  expect(app.troubles).toEqual([]);
}, 60_000);
