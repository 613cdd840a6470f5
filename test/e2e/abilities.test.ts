import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(10_000);
}, 60_000);
afterAll(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true });
const field = (name: string) => app.page.getByRole('textbox', { name, exact: true });
const status = (text: string | RegExp) => app.page.getByRole('status').getByText(text);

test('an ability is made, tried on a ticket before it is saved, and what it answers is applied as a note', async () => {
  const { page } = app;
  await app.go('/abilities');
  await page.getByRole('grid', { name: 'AI abilities' }).getByText('Summarise ticket').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: 'New AI ability' }).waitFor();

  await field('Prompt').fill('Look at {{ticket.sumary}}');
  await page.getByText('There is no place {{ticket.sumary}}.', { exact: false }).waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await field('Prompt').fill('What is next for: ');
  await button('ticket.summary').click();
  expect(await field('Prompt').inputValue()).toBe('What is next for: {{ticket.summary}}');

  await page.getByRole('radio', { name: 'A note on the ticket' }).check();
  await page.getByRole('combobox', { name: 'Without a model' }).click();
  await page.getByRole('option', { name: /^Summarise/ }).click();
  await page.getByRole('combobox', { name: 'Ticket' }).fill('2988');
  await page.getByRole('option', { name: /^2988 / }).click();
  await button('Run').click();
  await status('Answered').waitFor();
  const answer = page.getByRole('region', { name: 'What it answered' });
  await answer.getByText('PC wants to restart').waitFor();
  await page.getByText('Rule-based', { exact: false }).first().waitFor();
  await page.getByRole('region', { name: 'What it would write' }).getByText('private note').waitFor();
  await lookAround(page);
  await button('Apply').click();
  await status('A private note was added to ticket 2988.').waitFor();

  await field('Name').fill('What is next');
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('heading', { level: 1, name: 'What is next' }).waitFor();
  await page.getByRole('link', { name: 'Open ticket 2988' }).waitFor({ state: 'detached' });
  await app.go('/tickets/2988');
  const note = page.getByRole('listitem').filter({ hasText: 'Incident, In progress' });
  await note.getByTitle('Made by AI through “AI ability: New ability”').waitFor();
  expect(app.troubles).toEqual([]);
});

test('on a ticket an ability shows its draft, which becomes a note as it was edited', async () => {
  const { page } = app;
  await app.go('/tickets/2988');
  await button('AI').click();
  await page.getByRole('menuitem', { name: 'Draft a reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'Draft a reply' });
  await dialog.getByRole('button', { name: 'Run' }).click();
  await dialog.getByText('Hello Shanice,', { exact: false }).waitFor();
  await lookAround(page);
  await dialog.getByRole('button', { name: 'Make it a note' }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Ring Shanice at ten.');
  await dialog.getByRole('button', { name: 'Add private note' }).click();
  await dialog.getByText('A private note was added to ticket 2988.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Ring Shanice at ten.').waitFor();
  expect(page.url()).not.toContain('ability=');
  expect(app.troubles).toEqual([]);
});

test('a custom tool is made of an ability, with the ability’s parameters', async () => {
  const { page } = app;
  await app.go('/mcp-endpoint?custom=new#tools');
  const dialog = page.getByRole('dialog', { name: 'New custom tool' });
  await dialog.getByRole('radio', { name: 'AI ability' }).check();
  await dialog.getByRole('combobox', { name: 'AI ability' }).click();
  await page.getByRole('option', { name: /^Draft a reply/ }).click();
  await dialog.getByText('rules make its answer, no language model', { exact: false }).waitFor();
  await dialog.getByText('Describe parameters').click();
  await dialog.getByRole('textbox', { name: 'tone' }).waitFor();
  await lookAround(page);
  expect(app.troubles).toEqual([]);
});
