import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks, type Setup } from '../support/open-talk.ts';
import { answerWith, createEvents, type ResponseEvents } from '../support/response-events.ts';
import { type RawModelServer, startRawModelServer } from '../support/raw-model-server.ts';

const key = 'sk-conversation-51c09a7be2d46f38-plaintext';
let admin: OpenAdmin;
let client: AdminClient;
let server: RawModelServer;
let remote: Setup;
let talks: ReturnType<typeof createTalks>;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo' });
  ({ client } = admin);
  server = await startRawModelServer();
  const settings = { name: 'Raw', kind: 'openai', baseUrl: `${server.url}/v1`, model: 'm-1' } as const;
  const { id } = await client.connections.save({
    ...{ settings: { ...settings, organization: '', project: '' }, key },
  });
  remote = { connectionId: id };
  talks = createTalks(client);
}, 60_000);
afterAll(async () => {
  await admin.close();
  await server.close();
});

let bodies: string[] = [];
beforeEach(() => (bodies = []));

/** One answer for each request, in their order. */
function plan(...answers: ((response: ServerResponse) => void)[]): void {
  let next = 0;
  server.plan((response) => {
    bodies.push(server.requests.at(-1)?.body ?? '');
    answers[next++]?.(response);
  });
}

/** An answer that goes on when the test says so. */
function openAnswer() {
  const events = createEvents();
  let response: ServerResponse | undefined;
  let began: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (began = resolve));
  const gone = new Promise<void>((resolve) => {
    void begun.then(() => response?.once('close', resolve));
  });
  return {
    ...{ begun, gone },
    answer(reply: ServerResponse): void {
      response = reply;
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.write(events.begin());
      began();
    },
    write: (make: (events: ResponseEvents) => string) => void response?.write(make(events)),
    end: () => void response?.end(events.end()),
  };
}

const hello = answerWith((events) => events.message('msg_1', 'Hello', ' there.'));

describe('an answer as it streams', () => {
  it('is told piece by piece while it comes, and stands in the file before it is told', async () => {
    const open = openAnswer();
    plan(open.answer);
    const talk = await talks.begin(remote);
    await client.conversations.send({ id: talk.id, text: 'Hi' });
    await open.begun;
    open.write((events) => events.partOfMessage('msg_1', 'One '));
    await talk.page.until(({ turns }) => turns.some((turn) => answerOf(turn) === 'One '));
    const stored = () =>
      admin.served.core.database.connection
        .prepare('SELECT text FROM trace_turn_item ORDER BY id DESC LIMIT 1')
        .pluck()
        .get();
    expect(stored()).toBe('One ');
    open.write((events) => events.more('msg_1', 'two '));
    await talk.page.until(({ turns }) => turns.some((turn) => answerOf(turn) === 'One two '));
    expect(stored()).toBe('One two ');
    open.write((events) => events.endOfMessage('msg_1', 'One two '));
    open.end();
    const turn = await talk.page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
    expect(turn.tokens).toEqual({ input: 100, cachedInput: 40, output: 20, reasoning: 5 });
    const text = talk.page.seen.find((event) => event.kind === 'text');
    expect(text?.kind === 'text' && Math.abs(text.receivedAt - Date.now())).toBeLessThan(60_000);
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
  });

  it('ends at the server when it is stopped, and keeps what has come', async () => {
    const open = openAnswer();
    plan(open.answer, hello);
    const talk = await talks.begin(remote);
    await client.conversations.send({ id: talk.id, text: 'Hi' });
    await open.begun;
    open.write((events) => events.partOfMessage('msg_1', 'As far as '));
    await talk.page.until(({ turns }) => turns.some((turn) => answerOf(turn) === 'As far as '));
    await client.conversations.stop({ id: talk.id });
    await open.gone;
    const stopped = await talk.page.until(({ turns }) => turns.find(({ state }) => state === 'stopped'));
    expect(stopped.items).toMatchObject([{ kind: 'answer', text: 'As far as ', state: 'incomplete' }]);
    expect(stopped.error).toBeUndefined();
    await talk.send('Go on');
    expect((JSON.parse(bodies[1] ?? '') as { input: unknown[] }).input).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'As far as ' },
      { role: 'user', content: 'Go on' },
    ]);
  });

  it('is followed by several at once, and by one that comes in its midst', async () => {
    const open = openAnswer();
    plan(open.answer);
    const talk = await talks.begin(remote);
    await client.conversations.send({ id: talk.id, text: 'Hi' });
    await open.begun;
    open.write((events) => events.partOfMessage('msg_1', 'Before '));
    await talk.page.until(({ turns }) => turns.some((turn) => answerOf(turn) === 'Before '));
    const late = await talks.hold(talk.id);
    expect(answerOf((await late.page.until(({ turns }) => turns))[0] as never)).toBe('Before ');
    open.write((events) => events.more('msg_1', 'after.') + events.endOfMessage('msg_1', 'Before after.'));
    open.end();
    for (const page of [talk.page, late.page]) {
      const turn = await page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
      expect(answerOf(turn)).toBe('Before after.');
    }
    expect((await late.compare()).shown).toEqual((await talk.compare()).shown);
  });

  it('that the server breaks off fails with a sentence, and can be tried again beside the first try', async () => {
    plan((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const events = createEvents();
      response.end(events.begin() + events.partOfMessage('msg_1', 'Broken'));
    }, hello);
    const talk = await talks.begin(remote);
    const failed = await talk.send('Hi');
    expect(failed).toMatchObject({
      state: 'failed',
      error: { message: expect.stringContaining('broke off') as string },
    });
    expect(failed.items).toMatchObject([{ text: 'Broken', state: 'incomplete' }]);
    const { turnId } = await client.conversations.retry({ id: talk.id });
    const again = await talk.settled(turnId);
    expect(again).toMatchObject({ number: 1, attempt: 2, state: 'done' });
    expect(await client.conversations.attempts({ turnId })).toMatchObject([{ id: failed.id, attempt: 1 }]);
    expect(JSON.parse(bodies[1] ?? '')).toEqual(JSON.parse(bodies[0] ?? ''));
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
    expect(held?.turns).toHaveLength(1);
  });

  it('that ends at a limit says so', async () => {
    plan((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const events = createEvents();
      response.end(events.begin() + events.message('msg_1', 'Half') + events.incomplete('max_output_tokens'));
    });
    const talk = await talks.begin(remote);
    expect(await talk.send('Hi')).toMatchObject({
      state: 'done',
      notes: [expect.stringContaining('limit for output tokens') as string],
    });
  });
});

describe('a request to the model', () => {
  it('is put together again exactly as it was sent, for every one of a conversation', async () => {
    plan(
      answerWith(
        (events) => events.reasoning('rs_1', 'Look first.', 'gAAA-encrypted'),
        (events) => events.call('call_1', 'search_tickets', { search: 'vpn' }),
        (events) => events.call('call_2', 'add_note_to_ticket', { ticket_id: 1001, note: 'Ünïcode "quoted"' }),
      ),
      answerWith((events) => events.message('msg_1', 'Done.')),
      answerWith((events) => events.call('call_3', 'no_such_tool', {})),
      answerWith((events) => events.call('call_4', 'get_user_info', '{"half":')),
      answerWith((events) => events.message('msg_2', 'Never mind.')),
    );
    const talk = await talks.begin({ ...remote, instructions: 'Be brief.', temperature: 0.5, reasoningEffort: 'low' });
    const first = await talk.send('Look for VPN tickets, and add a note.');
    await talk.approve(await talk.waiting(first.id), {
      arguments: JSON.stringify({ ticket_id: 1001, note: 'Edited' }),
    });
    const second = await talk.send('And now?');
    expect(callsOf(second)).toMatchObject([
      { tool: 'no_such_tool', state: 'failed', error: { code: 'not_found' } },
      { tool: 'get_user_info', state: 'failed', error: { code: 'invalid_arguments' } },
    ]);
    const sent: string[] = [];
    for (const turnId of [first.id, second.id]) {
      for (const exchange of await client.conversations.exchanges({ turnId })) {
        const { url, body } = await client.conversations.request({ exchangeId: exchange.id });
        expect(url).toBe(`${server.url}/v1/responses`);
        expect(exchange).toMatchObject({ status: 200, requestId: 'req_test' });
        sent.push(body);
      }
    }
    expect(sent).toEqual(bodies);
    const last = JSON.parse(bodies.at(-1) ?? '') as { input: { type?: string; call_id?: string }[]; store: boolean };
    expect(last.store).toBe(false);
    expect(last.input.map(({ type = 'prompt' }) => type)).toEqual([
      ...['prompt', 'reasoning', 'function_call', 'function_call', 'function_call_output', 'function_call_output'],
      ...['message', 'prompt', 'function_call', 'function_call_output', 'function_call', 'function_call_output'],
    ]);
    expect(JSON.stringify(last.input)).toContain('gAAA-encrypted');
    expect(bodies.join()).not.toContain(key);
  });

  it('keeps every event as it came', async () => {
    plan(hello);
    const talk = await talks.begin(remote);
    const turn = await talk.send('Hi');
    const [exchange] = await client.conversations.exchanges({ turnId: turn.id });
    const id = exchange?.id ?? 0;
    const all = await client.conversations.events({ exchangeId: id, after: 0, limit: 500 });
    expect(all.map(({ type }) => type)).toEqual([
      ...['response.created', 'response.output_item.added', 'response.output_text.delta', 'response.output_text.delta'],
      ...['response.output_item.done', 'response.completed'],
    ]);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(JSON.parse(all[2]?.text ?? '')).toMatchObject({ delta: 'Hello' });
    expect(await client.conversations.events({ exchangeId: id, after: 4, limit: 1 })).toEqual([all[4]]);
  });

  it('asks for thoughts again only where the model has some, and the refused one stays to be seen', async () => {
    const refuse = (response: ServerResponse): void => {
      response.writeHead(400, { 'content-type': 'application/json' });
      const message = 'Encrypted content is not supported with this model.';
      response.end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: 'include', code: null } }));
    };
    plan(refuse, hello, hello);
    const talk = await talks.begin({ ...remote, model: 'does-not-reason' });
    const turn = await talk.send('Hi');
    expect(turn).toMatchObject({ state: 'done', exchanges: 2 });
    expect(await client.conversations.exchanges({ turnId: turn.id })).toMatchObject([
      { status: 400, error: { message: expect.any(String) as string } },
      { status: 200 },
    ]);
    expect((await talk.send('Again')).exchanges).toBe(1);
    expect(bodies.map((body) => 'include' in (JSON.parse(body) as object))).toEqual([true, false, false]);
  });

  it('sends thoughts back to the model alone that had them', async () => {
    plan(
      answerWith(
        (events) => events.reasoning('rs_1', 'Thinking.', 'gAAA-secret'),
        (events) => events.message('msg_1', 'Hi.'),
      ),
      hello,
      hello,
    );
    const talk = await talks.begin(remote);
    await talk.send('Hi');
    await talk.send('Again');
    await client.conversations.update({
      id: talk.id,
      setup: { ...(await client.conversations.get({ id: talk.id })).setup, model: 'another' },
    });
    await talk.send('And again');
    expect(bodies.map((body) => body.includes('gAAA-secret'))).toEqual([false, true, false]);
  });
});
