import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { decide } from '../../src-main/assistants/offline-model/decide.ts';
import type { Decide } from '../../src-main/assistants/responses/run-response.ts';
import { defineReadTool } from '../../src-main/tools/define-tool.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { lookAround } from '../support/look-around.ts';
import { type CoreApp, openCoreApp } from '../support/open-core-app.ts';
import { createTalks } from '../support/open-talk.ts';
import { answer, call } from '../support/scripted-model.ts';

let app: CoreApp;
/** What decides instead of the offline model. */
let instead: Decide | undefined;
const { promise: released, resolve: release } = Promise.withResolvers<void>();

const waitingTool = defineReadTool({
  name: 'wait_for_it',
  title: 'Wait for it',
  description: 'Answers when the test lets it.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: [],
  input: () => z.strictObject({}),
  output: z.object({}),
  run: async () => {
    await released;
    return {};
  },
});

beforeAll(async () => {
  app = await openCoreApp({
    newDesk: 'demo',
    decide: (thinking) => (instead ?? decide)(thinking),
    tools: [...systemTools, waitingTool],
  });
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(async () => {
  release();
  await app.close();
});

vi.setConfig({ testTimeout: 60_000 });

const heading = (name: string | RegExp) => app.page.getByRole('heading', { level: 1, name });
const status = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text });

test('the sample request runs on the endpoint’s page, and leads to its ticket, to its calls and back', async () => {
  const { page } = app;
  await app.go('/mcp-endpoint#connect');
  await page.getByRole('button', { name: 'Run it here' }).click();
  await status(/^Answered after .+ with \d+ calls\.$/).waitFor();
  const came = page.getByRole('region', { name: 'What came of the sample request' });
  await came.locator('summary').filter({ hasText: 'create_ticket' }).click();
  await came.getByRole('link', { name: /^Call \d+ in Activity$/ }).waitFor();
  await lookAround(page);

  await page.keyboard.press('v');
  await came.getByRole('group', { name: 'the response' }).getByText('"object": "response"').waitFor();
  expect(await came.innerText()).not.toContain('halo_pass_');
  await page.keyboard.press('v');

  const ticket = came.getByRole('link', { name: /^ticket \d+ / });
  const name = ((await ticket.textContent()) ?? '').replace('ticket ', '');
  await ticket.click();
  await heading(name).waitFor();
  await page.goBack();
  await status(/^Answered after/).waitFor();
  await came.locator('summary').filter({ hasText: 'assign_to_me' }).click();
  await came
    .getByRole('link', { name: /^Call \d+ in Activity$/ })
    .last()
    .click();
  await heading(/^Call \d+: assign_to_me$/).waitFor();
  expect(app.troubles).toEqual([]);
});

test('a run can be stopped, and says so', async () => {
  const { page } = app;
  const { id } = await app.client.collections.create({ name: 'First line', type: 'agent', enabled: true });
  await app.go(`/collections/${id}#connect`);
  instead = () => call('mcp:first-line:wait_for_it');
  await page.getByRole('button', { name: 'Run it here' }).click();
  await status('Running, 1 call so far…').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await status(/^Stopped\./).waitFor();
  await page.getByRole('button', { name: 'Run again' }).waitFor();
  expect(app.troubles).toEqual([]);
});

test('a sample that nobody could call cannot be run, and the page says why', async () => {
  const { page, served } = app;
  instead = undefined;
  served.configure({ enabled: false });
  await app.go('/mcp-endpoint#connect');
  await page.getByText('Nobody can call the tools while the endpoint is off.').waitFor();
  expect(await page.getByRole('button', { name: /^Run/ }).isDisabled()).toBe(true);
  served.configure({ enabled: true });

  const { id } = await app.client.collections.create({ name: 'Self service', type: 'user', enabled: true });
  const stranger = (await app.client.principals.suggest({ text: '' })).find(({ kind }) => kind === 'agent');
  await app.go(`/collections/${id}?runAs=${stranger?.email}#connect`);
  await heading('Self service').waitFor();
  await page.getByRole('button', { name: 'Run it here' }).click();
  await page.getByRole('alert').filter({ hasText: '“Self service” is not for' }).waitFor();
  await lookAround(page);
});

test('from a ticket’s field to the call that set it, and on to the turn that made it: one click each', async () => {
  const { page, client, served } = app;
  served.configure({ enabled: true });
  instead = undefined;
  const talk = await createTalks(client).begin({ askBefore: 'nothing' });
  await talk.send('Who am I?');
  instead = ({ turns }) => {
    if (turns.at(-1)?.kind === 'result') return answer('It is yours.');
    return call('function:assign_to_me', { ticket_id: 2988 });
  };
  const turn = await talk.send('Assign ticket 2988 to me');
  expect(turn.state).toBe('done');

  await app.go('/tickets/2988');
  await page.getByRole('link', { name: /^Agent set by AI: open call \d+$/ }).click();
  await heading(/^Call \d+: assign_to_me$/).waitFor();
  await lookAround(page);
  await page.getByRole('link', { name: 'Who am I?' }).click();
  await heading('Who am I?').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/playground/${talk.id}`);
  await page.getByText('Assign ticket 2988 to me').last().waitFor();

  await app.go('/activity');
  await page.getByRole('button', { name: 'Made in' }).click();
  await page.getByRole('option', { name: 'The playground' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).searchParams.get('made')).toBe('playground');
  await page.getByText(/^\d+ calls$/).waitFor();
  // The browser tells of every refused request by itself.
  expect(app.troubles.filter((trouble) => !/status of 403/.test(trouble))).toEqual([]);
});
