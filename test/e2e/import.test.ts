import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp({ args: ['--empty'] });
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => app.close());

const header = 'number,short_description,state,priority,opened_at,caller_id';
const rows = [
  'INC0007001,Printer on floor 3 jams,Closed,2 - High,2023-01-02 11:04:00,David Loo',
  'INC0007002,VPN drops every hour,On Hold (vendor),1 - Critical,2023-01-03 10:19:00,Don Goodliffe',
  'INC0007003,"Keyboard, mouse and ""screen"" missing",New,3 - Moderate,2023-01-04 01:17:39,David Loo',
];

/** Each test's file is a source of its own, so that none updates what another brought. */
async function choose(name: string, lines: readonly string[]): Promise<void> {
  await app.go('/import');
  const buffer = Buffer.from(`${lines.join('\n')}\n`);
  await app.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

const firstRows = () => app.page.getByRole('group', { name: 'First rows' });
const button = (name: string) => app.page.getByRole('button', { name, exact: true });
const columnOf = (field: string) => app.page.getByRole('combobox', { name: `Column of the file for ${field}` });
const figure = (label: string) =>
  app.page.locator('dl > div', { has: app.page.getByText(label, { exact: true }) }).locator('dd');

async function importIt(): Promise<void> {
  await button('Import').click();
  await app.page.getByText(/^The import is done/).waitFor();
}

test('a table is understood, checked without a change, imported, found by its old number, and taken back', async () => {
  await choose('incidents.csv', [header, ...rows]);
  await firstRows().getByText('Keyboard, mouse and "screen" missing').waitFor();
  expect(await columnOf('Summary').inputValue()).toBe('short_description');

  await button('Check the whole file').click();
  await app.page.getByText('The check is done, and nothing was changed. No row was refused.').waitFor();
  expect(await figure('Would be new').textContent()).toBe('3');
  await app.go('/tickets?show=all');
  await app.page.getByText('No tickets yet').waitFor();
  await app.page.goBack();

  await importIt();
  expect(await figure('New').textContent()).toBe('3');
  await app.go('/tickets?show=all&search=INC0007002');
  await app.page.getByRole('grid').getByText('VPN drops every hour').click();
  await app.page.getByRole('complementary').getByText('INC0007002 (incidents)').waitFor();

  await app.go('/import');
  await app.page.getByRole('grid', { name: 'Imports so far' }).getByText('Import', { exact: true }).click();
  await button('Take it back').click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await app.page.getByText('The import was taken back.').waitFor();
  await app.go('/tickets?show=all');
  await app.page.getByText('No tickets yet').waitFor();
  expect(app.troubles).toEqual([]);
}, 60_000);

test('a text of the file becomes what somebody chooses for it, and is still so after a reload', async () => {
  await choose('values.csv', [header, ...rows]);
  const target = () => app.page.getByRole('combobox', { name: 'What On Hold (vendor) becomes as Status' });
  await target().click();
  await app.page.getByRole('option', { name: 'Refuse the row' }).click();
  const row = app.page.getByRole('grid', { name: 'Status' }).getByRole('row').filter({ hasText: 'On Hold (vendor)' });
  await row.getByText('No row: refused').waitFor();
  await app.page.reload();
  await row.getByText('No row: refused').waitFor();
  expect(await target().inputValue()).toBe('Refuse the row');

  await importIt();
  expect(await figure('New').textContent()).toBe('2');
  expect(await figure('Refused').textContent()).toBe('1');
  const refused = app.page.getByRole('grid', { name: 'Refused rows' });
  await refused.getByText('INC0007002').first().waitFor();
  const [download] = await Promise.all([app.page.waitForEvent('download'), button('Download as CSV').click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain('VPN drops every hour');
  expect(app.troubles).toEqual([]);
}, 60_000);

test('a mapping that was saved for one file fills the columns of the next', async () => {
  const other = ['what,ref', 'Cable is loose,A1', 'Lamp is broken,A2'];
  await choose('mapped.csv', other);
  await app.page.getByRole('combobox', { name: 'What its rows become' }).click();
  await app.page.getByRole('option', { name: 'Tickets', exact: true }).click();
  await columnOf('Summary').click();
  await app.page.getByRole('option', { name: /^what/ }).click();
  await firstRows().getByText('Lamp is broken').waitFor();
  await button('Mapping').click();
  await app.page.getByRole('menuitem', { name: /^Save or remove/ }).click();
  await app.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('What and ref');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await app.page.getByRole('dialog').waitFor({ state: 'detached' });

  await choose('mapped-too.csv', [...other, 'Door squeaks,A3']);
  await button('Mapping').click();
  await app.page.getByRole('menuitem', { name: 'What and ref' }).click();
  await firstRows().getByText('Door squeaks').waitFor();
  expect(await columnOf('Summary').inputValue()).toBe('what');
  expect(app.troubles).toEqual([]);
}, 60_000);

test('another delimiter than the one that was found out reads the columns anew', async () => {
  await choose('delimiter.csv', ['summary;x,id;y', 'Mail is slow;1,M1;2', 'Mail is gone;3,M2;4']);
  const delimiter = app.page.getByRole('combobox', { name: 'Delimiter' });
  await delimiter.waitFor();
  for (const [name, column] of [
    ['Comma', 'summary;x'],
    ['Semicolon', 'x,id'],
  ] as const) {
    await delimiter.click();
    await app.page.getByRole('option', { name }).click();
    await columnOf('Summary').click();
    await app.page.getByRole('option', { name: column }).first().waitFor();
    await app.page.keyboard.press('Escape');
  }
  expect(app.troubles).toEqual([]);
}, 60_000);

test('what a file holds is shown as the text that it is', async () => {
  const nasty = '<img src=x onerror=alert(1)>';
  await choose(`${nasty}.csv`, [`summary,state,${nasty}`, `${nasty},${nasty},"=cmd|' /C calc'!A0"`]);
  await firstRows().getByText(nasty).first().waitFor();
  await app.page.getByRole('grid', { name: 'Status' }).getByText(nasty).first().waitFor();
  await importIt();
  await app.page.getByRole('heading', { level: 1, name: nasty }).waitFor();
  expect(await app.page.locator('main img').count()).toBe(0);
  expect(app.troubles).toEqual([]);
}, 60_000);

test('preparing a file and its result have nothing that axe finds and stay within the window, in both themes', async () => {
  const long = 'a_column_name_that_'.repeat(12);
  await choose('looks.csv', [`${header},${long}`, ...rows.map((row) => `${row},${'text'.repeat(200)}`), ',,,,,,']);
  await firstRows().getByText('VPN drops every hour').waitFor();
  await app.page.getByText(/column of the file left out$/).click();
  await button('Check the whole file').click();
  await app.page.getByText(/^The check is done/).waitFor();
  await lookAround(app.page);
  await importIt();
  await lookAround(app.page);
  expect(app.troubles).toEqual([]);
}, 60_000);

test('a date is shown as its moment with the text of the file, and what stands for no date is no problem', async () => {
  await choose('dates.csv', [
    'id,summary,dateoccurred,dateclosed',
    '1,Printer jams,2024-06-20T14:45:15Z,1899-12-30T00:00:00',
    '2,Lamp is broken,2024-06-21T08:00:00Z,2024-06-22T09:30:00Z',
  ]);
  const row = (text: string) => firstRows().getByRole('row').filter({ hasText: text });
  await row('Printer jams').getByText('No date: stays empty').waitFor();
  await row('Printer jams').getByText('1899-12-30T00:00:00').waitFor();
  // In the time of this machine.
  const told = row('Lamp is broken').locator('time[datetime="2024-06-22T09:30:00.000Z"]');
  expect(await told.textContent()).toMatch(/^2\d Jun 2024, \d\d:\d\d:00$/);
  await row('Lamp is broken').getByText('2024-06-22T09:30:00Z', { exact: true }).waitFor();
  expect(await firstRows().getByRole('columnheader', { name: 'Problem' }).count()).toBe(0);
  const dates = app.page.getByRole('table', { name: 'Dates' });
  await dates.getByText('No date: stays empty').waitFor();
  await lookAround(app.page);
  expect(app.troubles).toEqual([]);
}, 60_000);

test('actions whose tickets are not there are told to come later, before and when they are checked', async () => {
  await choose('others.csv', [header, ...rows]);
  await firstRows().getByText('VPN drops every hour').waitFor();
  await importIt();
  const action = '1,77,Email,Ann,2024-06-20T15:00:00,Any news?';
  await choose('actions.csv', ['id,ticket_id,outcome,who,datetime,note', action]);
  await app.page.getByText(/^This file comes too early. None of the tickets .* Import the tickets first/).waitFor();
  await lookAround(app.page);
  await button('Check the whole file').click();
  await app.page.getByText(/^The check failed. None of the tickets .* Import the tickets first/).waitFor();
  expect(app.troubles).toEqual([]);
}, 60_000);

test('a file that is none of the kinds is refused with a sentence, and another one can be chosen', async () => {
  await app.go('/import');
  const buffer = Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]);
  const picture = { name: 'picture.csv', mimeType: 'text/csv', buffer };
  await app.page.locator('input[type=file]').setInputFiles(picture);
  await app.page.getByRole('heading', { name: 'The file could not be read' }).waitFor();
  await button('Choose another file').click();
  await button('Choose a file').waitFor();
}, 60_000);
