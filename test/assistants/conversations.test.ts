import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallItem } from '../../src-shared/api/conversations.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks } from '../support/open-talk.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`function:${name}`, input);
const note = (text: string, ticket = 1001) => tool('add_note_to_ticket', { ticket_id: ticket, note: text });

let admin: OpenAdmin;
let client: AdminClient;
let talks: ReturnType<typeof createTalks>;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo', decide: model.decide });
  ({ client } = admin);
  talks = createTalks(client);
}, 60_000);
afterAll(() => admin.close());

/** Rows of the desk that hold this text, in the ledger. */
function countWritten(text: string): number {
  const { connection } = admin.served.core.database;
  return connection
    .prepare<[string], number>('SELECT count(*) FROM desk_action WHERE note = ?')
    .pluck()
    .get(text) as number;
}

describe('a conversation', () => {
  it('is answered with the tools of its endpoint, and each call is in the activity log with the item that made it', async () => {
    model.plan(tool('search_tickets', { search: 'printer' }), answer('There are some.'));
    const talk = await talks.begin();
    const turn = await talk.send('Which printer tickets are there?');
    expect(turn).toMatchObject({ number: 1, attempt: 1, state: 'done', exchanges: 2, notes: [] });
    expect(answerOf(turn)).toBe('There are some.');
    const [made] = callsOf(turn) as [CallItem];
    expect(made).toMatchObject({
      ...{ tool: 'search_tickets', title: 'Search Tickets', effect: 'read', by: 'workbench', state: 'done' },
      approval: { decision: 'policy', edited: false },
      arguments: { text: '{"search":"printer"}' },
    });
    const logged = admin.served.core.activity.find(made.callId ?? 0);
    expect(logged).toMatchObject({
      turnItemId: made.id,
      era: 'playground',
      principal: 'agent:1',
      tool: 'search_tickets',
    });
    expect(logged?.client).toMatch(/^Playground \d/);
    expect(logged?.result).toBe((await client.conversations.itemText({ itemId: made.id, of: 'result' })).text);
    expect(model.last().turns.at(-1)).toMatchObject({ kind: 'result', text: logged?.result });
    expect(turn.tokens.input).toBeGreaterThan(0);
    expect(turn.times.firstToken).toBeGreaterThan(0);
  });

  it('shows whoever follows it the same as whoever looks at it afterwards', async () => {
    model.plan(note('Followed'), tool('get_one_ticket', { ticket_id: 1001 }), answer('A longer answer, word by word.'));
    const talk = await talks.begin({ askBefore: 'every-call' });
    let turn = await talk.send('Add a note.');
    while (turn.state === 'waiting') turn = await talk.approve(await talk.waiting(turn.id));
    expect(turn.state).toBe('done');
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
  });

  it('is called after its first prompt, until a person gives it a name', async () => {
    model.plan();
    const talk = await talks.begin();
    await talk.send(
      '  What is\n new,   and what follows from it for the many people who wait for an answer to all of it?',
    );
    const { title } = await client.conversations.get({ id: talk.id });
    expect(title).toBe('What is new, and what follows from it for the many people who wait for an…');
    await client.conversations.update({ id: talk.id, title: 'Mine' });
    await talk.send('More');
    expect((await client.conversations.get({ id: talk.id })).title).toBe('Mine');
  });

  it('sends the model all that was said before', async () => {
    model.plan(tool('get_user_info'), answer('You are Ada.'), answer('As I said.'));
    const talk = await talks.begin({ instructions: 'Be brief.' });
    await talk.send('Who am I?');
    await talk.send('Again?');
    expect(model.last().turns.map(({ kind }) => kind)).toEqual([
      ...['message', 'message', 'call', 'result', 'message', 'message'],
    ]);
    expect(model.last().turns[0]).toEqual({ kind: 'message', role: 'system', text: 'Be brief.' });
  });

  it('tells the model of names and arguments that will not do, and goes on', async () => {
    model.plan(tool('get_one_ticket', { ticket_id: 'none' }), answer('No luck.'));
    const talk = await talks.begin();
    const turn = await talk.send('Show it.');
    const [made] = callsOf(turn) as [CallItem];
    expect(made).toMatchObject({ state: 'failed', error: { code: 'invalid_arguments' } });
    expect(model.last().turns.at(-1)).toMatchObject({
      outcome: 'failed',
      text: expect.stringContaining('"code":"invalid_arguments"') as string,
    });
    expect(turn.state).toBe('done');
  });

  it('takes no second prompt while the model is at work, nor one where a call waits', async () => {
    model.plan(note('Waits'));
    const talk = await talks.begin();
    const first = client.conversations.send({ id: talk.id, text: 'One' });
    await first;
    await expect(client.conversations.send({ id: talk.id, text: 'Two' })).rejects.toMatchObject({ code: 'conflict' });
    await talk.waiting((await first).turnId);
    await expect(client.conversations.send({ id: talk.id, text: 'Two' })).rejects.toThrow(/waits for your decision/);
    await client.conversations.stop({ id: talk.id });
  });

  it('refuses a set-up whose endpoint, connection or person is not there', async () => {
    const wanted = { connectionId: 'offline', endpointId: 'default', as: 'agent:1' };
    for (const wrong of [{ connectionId: 'gone' }, { endpointId: 'gone' }, { as: 'agent:99999' }]) {
      await expect(client.conversations.create({ setup: { ...wanted, ...wrong } })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('is gone with all it holds once it is deleted, but for the activity log', async () => {
    model.plan(note('Stays in the log'), answer('Done.'));
    const talk = await talks.begin({ askBefore: 'nothing' });
    const turn = await talk.send('Note it.');
    const [made] = callsOf(turn) as [CallItem];
    await client.conversations.remove({ id: talk.id });
    await talk.page.read().catch(() => undefined);
    await expect(client.conversations.get({ id: talk.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(client.conversations.exchanges({ turnId: turn.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(admin.served.core.activity.find(made.callId ?? 0)).toBeDefined();
    expect(countWritten('Stays in the log')).toBe(1);
  });
});
