import type { ServerResponse } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CoreApp, openCoreApp } from '../support/open-core-app.ts';
import { type RawModelServer, startRawModelServer } from '../support/raw-model-server.ts';
import { answerWith, createEvents } from '../support/response-events.ts';

let app: CoreApp;
let page: Page;
let server: RawModelServer;
beforeAll(async () => {
  server = await startRawModelServer();
  app = await openCoreApp({ newDesk: 'demo' });
  ({ page } = app);
  page.setDefaultTimeout(6_000);
  const { id } = await app.client.connections.save({
    settings: {
      ...{ kind: 'compatible', name: 'Slow server', baseUrl: `${server.url}/v1`, model: 'slow' },
      ...{ organization: '', project: '' },
    },
    key: 'none',
  });
  await app.client.connections.setDefault({ id });
}, 60_000);
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  await app.go('/playground');
  await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
});

const shown = (text: string, on = page): Promise<void> => on.getByRole('article').getByText(text).last().waitFor();
const theCall = (): Locator => page.getByRole('group', { name: 'Call of get_user_info' });

async function ask(text: string): Promise<void> {
  const message = page.getByRole('textbox', { name: 'Message', exact: true });
  await message.fill(text);
  await message.press('Enter');
}

/** Begins an answer that goes on when the test says so. */
function beginAnswer(...parts: string[]) {
  const events = createEvents();
  const said = [...parts];
  let reply: ServerResponse | undefined;
  let left = (): void => undefined;
  const closed = new Promise<void>((resolve) => (left = resolve));
  server.plan((response) => {
    reply = response;
    response.on('close', left);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(events.begin() + events.partOfMessage('m1', ...parts));
  });
  return {
    closed,
    say(text: string): void {
      said.push(text);
      reply?.write(events.more('m1', text));
    },
    end: () => reply?.end(events.endOfMessage('m1', said.join('')) + events.end()),
  };
}

test('an answer stops when somebody presses Escape, the server is told, and what had come stays', async () => {
  const answer = beginAnswer('As far as it ', 'came.');
  await ask('Go on and on.');
  await shown('As far as it came.');
  await page.keyboard.press('Escape');
  await answer.closed;
  await page.getByRole('article').getByText('Stopped', { exact: true }).waitFor();
  await page.reload();
  await shown('As far as it came.');
});

test('a page that is loaded anew in the middle of an answer shows the same and goes on, and so does another window', async () => {
  const answer = beginAnswer('The first half, ');
  await ask('Tell me both halves.');
  await shown('The first half,');
  await page.reload();
  await shown('The first half,');
  const session = await page.evaluate(() => sessionStorage.getItem('workbench-session') ?? '');
  const other = await page.context().newPage();
  await other.addInitScript((value) => sessionStorage.setItem('workbench-session', value), session);
  await other.goto(page.url());
  await shown('The first half,', other);
  answer.say('and the second half.');
  for (const window of [page, other]) await shown('The first half, and the second half.', window);
  answer.end();
  for (const window of [page, other]) await window.getByRole('button', { name: 'Retry' }).waitFor();
  expect(await page.getByRole('article').innerText()).toBe(await other.getByRole('article').innerText());
  await other.close();
});

test('what is sent and received raw can be watched while it comes, to its last event', async () => {
  const answer = beginAnswer('Looked at ');
  await ask('Be watched.');
  await shown('Looked at');
  await page.getByRole('button', { name: 'Raw', exact: true }).click();
  const raw = page.getByRole('complementary', { name: 'Raw requests' });
  await raw.getByRole('combobox', { name: 'Request' }).waitFor();
  answer.say('closely.');
  answer.end();
  await page.getByRole('button', { name: 'Retry' }).waitFor();
  await raw.getByRole('option').filter({ hasText: 'response.completed' }).waitFor();
});

test('a failure is a sentence with what to do, the server’s own words below it, and can be tried again', async () => {
  server.plan((response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '20' });
    response.end(JSON.stringify({ error: { message: 'Too many tokens per minute.', code: 'rate_limit_exceeded' } }));
  });
  await ask('Too much.');
  const failure = page.getByRole('article').getByRole('group', { name: 'Error' });
  await failure.waitFor();
  await failure.getByText('Technical text').click();
  await failure.getByText('Too many tokens per minute.').last().waitFor();
  server.plan(answerWith((events) => events.message('m1', 'It works now.')));
  await page.getByRole('button', { name: 'Retry' }).click();
  await shown('It works now.');
  expect(await failure.count()).toBe(0);
});

test('arguments that are no JSON and a tool that does not exist are shown as they came', async () => {
  server.plan((response) => {
    answerWith(
      (events) => events.call('call_1', 'get_user_info', '{"half": '),
      (events) => events.call('call_2', 'no_such_tool', {}),
    )(response);
    server.plan(answerWith((events) => events.message('m1', 'I was wrong twice.')));
  });
  await ask('Be wrong.');
  await shown('I was wrong twice.');
  await theCall().getByText('{"half":').waitFor();
  await theCall().getByRole('button', { expanded: false }).click();
  await theCall().getByRole('group', { name: 'Error' }).waitFor();
  await page.getByRole('group', { name: 'Call of no_such_tool' }).waitFor();
  expect(app.troubles.filter((trouble) => !trouble.includes('net::ERR'))).toEqual([]);
});
