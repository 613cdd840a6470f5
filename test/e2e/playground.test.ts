import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CoreApp, openCoreApp } from '../support/open-core-app.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const ticket = 2988;
const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`function:${name}`, input);
const note = (text: string) => tool('add_note_to_ticket', { ticket_id: ticket, note: text });

let app: CoreApp;
let page: Page;
beforeAll(async () => {
  app = await openCoreApp({ newDesk: 'demo', decide: model.decide });
  ({ page } = app);
  await page.setViewportSize({ width: 1440, height: 900 });
  page.setDefaultTimeout(6_000);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.go('/playground');
  await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
});

const message = (): Locator => page.getByRole('textbox', { name: 'Message', exact: true });
const approve = (): Locator => page.getByRole('button', { name: 'Approve', exact: true });
const turns = (): Locator => page.getByRole('article');
const theCall = (name: string): Locator => page.getByRole('group', { name: `Call of ${name}` });
/** In an answer: a prompt may well have the same words. */
const answered = (text: string): Promise<void> =>
  page.getByRole('article').getByRole('paragraph').filter({ hasText: text }).last().waitFor();

/** While an answer is under way, nothing is sent. */
const sendable = (): Promise<void> =>
  page.getByRole('button', { name: 'Send', exact: true }).and(page.locator(':enabled')).waitFor();

async function ask(text: string): Promise<void> {
  await message().fill(text);
  await sendable();
  await message().press('Enter');
}

function countNotes(text: string): number {
  const { connection } = app.served.core.database;
  return connection
    .prepare<[string], number>('SELECT count(*) FROM desk_action WHERE note = ?')
    .pluck()
    .get(text) as number;
}

describe('a call that changes something', () => {
  test('is sent and approved in two clicks', async () => {
    model.plan(note('Two clicks'), answer('The note is there.'));
    await message().focus();
    await page.keyboard.type('Add a note.');
    await page.getByRole('button', { name: 'Send' }).click();
    await approve().waitFor();
    expect(countNotes('Two clicks')).toBe(0);
    await approve().click();
    await answered('The note is there.');
    expect(countNotes('Two clicks')).toBe(1);
    const made = theCall('add_note_to_ticket');
    expect(await made.getByText('Rows: 1 added').count()).toBe(1);
    await made.getByRole('button', { expanded: false }).click();
    await made.getByRole('link', { name: /^Call \d+ in Activity$/ }).waitFor();
    await made.getByRole('heading', { name: 'What it changed' }).waitFor();
  });

  test('changes nothing when it is denied, and the model is told why', async () => {
    model.plan(note('Denied'), answer('I leave it.'));
    await ask('Add a note.');
    await page.getByRole('button', { name: 'Deny with a reason' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Not on this ticket.');
    await page.keyboard.press('Enter');
    await answered('I leave it.');
    expect(countNotes('Denied')).toBe(0);
    expect(JSON.stringify(model.last())).toContain('Not on this ticket.');
    await theCall('add_note_to_ticket').getByText('Denied', { exact: true }).waitFor();
  });

  test('is made with the arguments that a person put in before approving', async () => {
    model.plan(note('As the model wrote it'), answer('Noted.'));
    await ask('Add a note.');
    await page.getByRole('button', { name: 'Edit arguments' }).click();
    const editor = page.getByRole('textbox', { name: 'Arguments of add_note_to_ticket' });
    await editor.fill('{ "ticket_id": ');
    await page.getByText('This is not valid JSON.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve as edited' }).isDisabled()).toBe(true);
    await editor.fill(JSON.stringify({ ticket_id: ticket, note: 'As a person wrote it' }));
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    await answered('Noted.');
    expect([countNotes('As the model wrote it'), countNotes('As a person wrote it')]).toEqual([0, 1]);
  });

  test('shows beforehand what it would change, without changing it', async () => {
    model.plan(note('Only looked at'), answer('Left.'));
    await ask('Add a note.');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    const preview = page.getByRole('region', { name: 'Preview of the call' });
    await preview.getByText('Only looked at').first().waitFor();
    expect(countNotes('Only looked at')).toBe(0);
    await page.getByRole('button', { name: 'Deny', exact: true }).click();
    await answered('Left.');
  });

  test('runs without asking once it was allowed in the conversation, until that is revoked', async () => {
    model.plan(note('Asked'), answer('One.'), note('Not asked'), answer('Two.'), note('Asked again'), answer('Three.'));
    await ask('Add a note.');
    await page.getByRole('button', { name: 'More ways to approve' }).click();
    await page.getByRole('menuitem', { name: 'Allow it in this conversation' }).click();
    await answered('One.');
    await ask('Add another note.');
    await answered('Two.');
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Nothing yet. The menu beside Approve').waitFor();
    await ask('And one more.');
    await approve().click();
    await answered('Three.');
  });

  test('is sent, reached and approved by keyboard alone', async () => {
    model.plan(note('By keyboard'), answer('Typed.'));
    await message().waitFor();
    await expect.poll(() => message().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Add a note.');
    await page.keyboard.press('Enter');
    await approve().waitFor();
    for (let steps = 0; steps < 15; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      if (await page.evaluate(() => document.activeElement?.closest('[aria-label="Call of add_note_to_ticket"]')))
        break;
    }
    await page.keyboard.press('a');
    await answered('Typed.');
    expect(countNotes('By keyboard')).toBe(1);
  });
});

describe('a conversation', () => {
  test('keeps the earlier answer when it is asked again', async () => {
    model.plan(answer('The first answer.'), answer('The second answer.'));
    await ask('Say something.');
    await answered('The first answer.');
    await page.getByRole('button', { name: 'Retry' }).click();
    await answered('The second answer.');
    expect(await page.getByText('The first answer.').count()).toBe(0);
    await page.getByText('Attempt 2 of 2').waitFor();
    await page.getByRole('button', { name: 'Earlier attempt' }).click();
    await answered('The first answer.');
  });

  test('stays as it is when an edited prompt goes on in a branch', async () => {
    model.plan(answer('About cats.'), answer('About dogs.'), answer('About birds.'));
    await ask('Tell me about cats.');
    await answered('About cats.');
    await ask('Tell me about dogs.');
    await answered('About dogs.');
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    const original = page.url();
    await page.getByRole('button', { name: 'Edit and send again' }).last().click();
    await page.getByRole('textbox', { name: 'The prompt' }).fill('Tell me about birds.');
    await page.getByRole('button', { name: 'Send in a new conversation' }).click();
    await answered('About birds.');
    expect(page.url()).not.toBe(original);
    expect(await turns().count()).toBe(2);
    await turns().first().getByText('About cats.', { exact: true }).waitFor();
    await page.goBack();
    await answered('About dogs.');
    expect(page.url()).toBe(original);
    expect(await page.getByText('About birds.').count()).toBe(0);
  });

  test('is found by the words of its answer, and leaves as Markdown and as a request', async () => {
    model.plan(answer('The **zeppelin** has landed.'));
    await ask('What happened?');
    await answered('zeppelin');
    await page.getByRole('textbox', { name: 'Search conversations' }).fill('zeppelin');
    const found = page.getByRole('navigation', { name: 'Kept conversations' }).getByRole('link');
    await found.getByText('zeppelin').waitFor();
    expect(await found.count()).toBe(1);
    const save = async (how: string): Promise<string> => {
      await page.getByRole('button', { name: 'What to do with What happened?' }).last().click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: `Export as ${how}` }).click(),
      ]);
      return readFileSync(await file.path(), 'utf8');
    };
    expect(await save('Markdown')).toContain('The **zeppelin** has landed.');
    expect(JSON.parse(await save('a Responses request'))).toMatchObject({ input: expect.any(Array) as unknown });
    await page.getByRole('button', { name: 'Empty the search' }).click();
  });

  test('is renamed, replayed with the recorded answers, and deleted', async () => {
    model.plan(tool('get_user_info'), answer('The recorded answer.'));
    await ask('Who is it?');
    await answered('The recorded answer.');
    const choose = async (title: string, what: string): Promise<void> => {
      await page
        .getByRole('button', { name: `What to do with ${title}` })
        .last()
        .click();
      await page.getByRole('menuitem', { name: what }).click();
    };
    await choose('Who is it?', 'Rename');
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Recorded');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Recorded', exact: true }).waitFor();
    await title.waitFor({ state: 'detached' });
    const menu = page.getByRole('button', { name: 'What to do with Recorded' }).last();
    await menu.and(page.locator(':focus')).waitFor();

    const original = page.url();
    model.plan();
    await choose('Recorded', 'Replay with the recorded answers');
    await page.waitForURL((url) => url.href !== original);
    await page.getByRole('link', { name: 'Replay', exact: true }).waitFor();
    await answered('The recorded answer.');
    await theCall('get_user_info').waitFor();

    await app.go('/playground');
    const kept = page.getByRole('navigation', { name: 'Kept conversations' }).getByRole('link', { name: /^Recorded/ });
    await kept.nth(1).waitFor();
    await choose('Recorded', 'Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await kept.nth(1).waitFor({ state: 'detached' });
    expect(await kept.count()).toBe(1);
    await page.locator('main:focus').waitFor();
  });

  test('is held by the model’s server where that carries out the calls, which wait for a click all the same', async () => {
    await page.getByRole('radio', { name: /^The model’s server/ }).click();
    model.plan(
      call('mcp:halo:add_note_to_ticket', { ticket_id: ticket, note: 'By the server' }),
      answer('It is noted.'),
    );
    await ask('Note it.');
    await approve().waitFor();
    expect(countNotes('By the server')).toBe(0);
    await approve().click();
    await answered('It is noted.');
    expect(countNotes('By the server')).toBe(1);
    await theCall('add_note_to_ticket').getByText('OK').waitFor();
    // The next conversation begins with what was chosen last.
    await app.go('/playground');
    await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
    await page.getByRole('radio', { name: 'The workbench', exact: true }).click();
  });

  test('stands beside another one with the same prompt, and goes on alone', async () => {
    model.plan(...['One', 'Other', 'One more', 'Other more'].map((text) => answer(`${text}.`)), answer('Alone.'));
    await page.getByRole('button', { name: 'Compare with another set-up' }).click();
    await ask('Which is better?');
    const columns = page.getByRole('region', { name: /^Set-up \d$/ });
    await columns.nth(1).getByRole('button', { name: 'Retry' }).waitFor();
    await columns.nth(0).getByRole('button', { name: 'Retry' }).waitFor();
    expect(await columns.count()).toBe(2);
    await page.getByRole('textbox', { name: 'Message to all' }).fill('And now?');
    await sendable();
    await page.keyboard.press('Enter');
    for (const index of [0, 1]) {
      const second = columns.nth(index).getByRole('article', { name: 'Turn 2' });
      await second.getByRole('button', { name: 'Retry' }).waitFor();
    }
    await columns.nth(1).getByRole('link', { name: 'Continue alone' }).click();
    await ask('Only you?');
    await answered('Alone.');
    await page.getByRole('link', { name: 'Show all 2 side by side' }).click();
    await columns.nth(1).getByText('Alone.').waitFor();
    expect(await columns.nth(0).getByText('Alone.').count()).toBe(0);
    // The next conversation begins with one set-up again.
    await app.go('/playground');
    await page.getByRole('button', { name: 'Remove set-up' }).click();
  });

  test('shows what was sent and every event that came back', async () => {
    model.plan(tool('get_user_info'), answer('You are known.'));
    await ask('Who am I?');
    await answered('You are known.');
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    await page.getByRole('button', { name: 'Raw', exact: true }).click();
    const raw = page.getByRole('complementary', { name: 'Raw requests' });
    await raw.getByRole('option').filter({ hasText: 'response.completed' }).click();
    await raw
      .getByRole('group', { name: /^Event \d+$/ })
      .getByText('"response.completed"')
      .waitFor();
    await raw.getByRole('tab', { name: 'Request' }).click();
    await raw.getByText('function_call_output').waitFor();
  });

  test('links numbers of tickets that its calls found, and fetches and runs nothing that a model wrote', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    model.plan(
      tool('get_one_ticket', { ticket_id: ticket }),
      answer(
        `Ticket ${ticket} is known, 2989 is not.\n\n![secret](https://elsewhere.test/leak?q=1)\n\n<img src=x onerror=alert(1)>\n\n[click](javascript:alert(2)) and [here](https://elsewhere.test/real)`,
      ),
    );
    await ask('What about it?');
    await answered('is known');
    const said = turns().last();
    expect(await said.getByRole('link', { name: String(ticket) }).getAttribute('href')).toBe(`/tickets/${ticket}`);
    expect(await said.getByRole('link', { name: '2989' }).count()).toBe(0);
    expect(await said.locator('img').count()).toBe(0);
    expect(await said.getByRole('link', { name: 'click' }).count()).toBe(0);
    await said.getByText('(https://elsewhere.test/real)').waitFor();
    expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
    expect(app.troubles).toEqual([]);
  });
});
