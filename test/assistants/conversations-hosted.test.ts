import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallItem } from '../../src-shared/api/conversations.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks } from '../support/open-talk.ts';
import { startRawModelServer } from '../support/raw-model-server.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`mcp:halo:${name}`, input);
const note = (text: string) => tool('add_note_to_ticket', { ticket_id: 1001, note: text });

let admin: OpenAdmin;
let client: AdminClient;
let talks: ReturnType<typeof createTalks>;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo', decide: model.decide });
  ({ client } = admin);
  talks = createTalks(client);
}, 60_000);
afterAll(() => admin.close());

const countNotes = (text: string): number =>
  admin.served.core.database.connection
    .prepare<[string], number>('SELECT count(*) FROM desk_action WHERE note = ?')
    .pluck()
    .get(text) ?? 0;

describe('a conversation whose tools the model’s server calls itself', () => {
  it('shows what was listed and called, and each call leads to its row in the activity log', async () => {
    model.plan(tool('get_user_info'), tool('get_one_ticket', { ticket_id: 1001 }), answer('All there.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    const turn = await talk.send('Who am I, and what is ticket 1001?');
    expect(turn.items.map(({ kind }) => kind)).toEqual(['tool-list', 'call', 'call', 'answer']);
    expect(turn.items[0]).toMatchObject({ server: 'halo' });
    const calls = callsOf(turn);
    for (const made of calls) {
      expect(made).toMatchObject({ by: 'hosted', state: 'done', effect: 'read' });
      const logged = admin.served.core.activity.find(made.callId ?? 0);
      expect(logged).toMatchObject({ tool: made.tool, turnItemId: made.id, principal: 'agent:1' });
      expect((await client.conversations.itemText({ itemId: made.id, of: 'result' })).text).toBe(logged?.result);
    }
    expect(answerOf(turn)).toBe('All there.');
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
  });

  it('waits for a person as the set-up says, and the approved call goes on in the same place', async () => {
    model.plan(note('Hosted'), answer('Noted.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    const turn = await talk.send('Note it.');
    expect(turn.state).toBe('waiting');
    expect(countNotes('Hosted')).toBe(0);
    const waiting = await talk.waiting(turn.id);
    expect(waiting).toMatchObject({ tool: 'add_note_to_ticket', effect: 'write' });
    const edited = client.conversations.decide({
      ...{ itemId: waiting.id },
      decision: { kind: 'approve', remember: 'once', of: 'tool', arguments: '{"ticket_id":1002,"note":"x"}' },
    });
    await expect(edited).rejects.toThrow(/cannot be changed/);
    const done = await talk.approve(waiting);
    expect(done.state).toBe('done');
    expect(callsOf(done)).toMatchObject([{ id: waiting.id, state: 'done', approval: { decision: 'once' } }]);
    expect(callsOf(done)[0]?.changed).toEqual({ inserted: 1, updated: 1, deleted: 0 });
    expect(countNotes('Hosted')).toBe(1);
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
  });

  it('changes nothing when a call is denied, and goes on', async () => {
    model.plan(note('Hosted and denied'), answer('As you wish.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    const turn = await talk.send('Note it.');
    const done = await talk.deny(await talk.waiting(turn.id), 'No.');
    expect(done.state).toBe('done');
    expect(callsOf(done)[0]).toMatchObject({ state: 'denied' });
    expect(countNotes('Hosted and denied')).toBe(0);
    expect(model.last().turns.at(-1)).toMatchObject({
      outcome: 'denied',
      text: expect.stringContaining('No.') as string,
    });
  });

  it('goes on with the workbench as who carries out the calls, which it made before as well', async () => {
    model.plan(tool('get_user_info'), answer('You are an agent.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    await talk.send('Who am I?');
    const { setup } = await client.conversations.get({ id: talk.id });
    await client.conversations.update({ id: talk.id, setup: { ...setup, toolLoop: 'workbench' } });
    model.plan(call('function:get_user_info'), answer('The same.'));
    const turn = await talk.send('And now?');
    expect(callsOf(turn)).toMatchObject([{ by: 'workbench', state: 'done' }]);
    expect(model.last().turns.filter(({ kind }) => kind === 'call')).toHaveLength(2);
  });

  it('is sent as it was each time, with no key in what is kept of it', async () => {
    model.plan(note('Kept'), answer('Noted.'), answer('Yes.'));
    const talk = await talks.begin({ toolLoop: 'hosted', askBefore: 'every-call' });
    const turn = await talk.send('Note it.');
    await talk.approve(await talk.waiting(turn.id));
    const second = await talk.send('Is it there?');
    const { connection } = admin.served.core.database;
    const texts = connection
      .prepare<[], string>('SELECT body FROM trace_model_request UNION ALL SELECT text FROM trace_exchange_event')
      .pluck()
      .all()
      .join('\n');
    expect(texts).toContain('<redacted>');
    expect(texts).not.toMatch(/Bearer [^<]/);
    const [exchange] = await client.conversations.exchanges({ turnId: second.id });
    const { body } = await client.conversations.request({ exchangeId: exchange?.id ?? 0 });
    const sent = JSON.parse(body) as { input: { type?: string }[]; tools: { headers: object }[] };
    expect(sent.tools).toMatchObject([{ type: 'mcp', headers: { Authorization: '<redacted>' } }]);
    expect(sent.input.map(({ type = 'prompt' }) => type)).toEqual([
      ...['prompt', 'mcp_list_tools', 'mcp_approval_request', 'mcp_approval_response', 'mcp_call', 'message', 'prompt'],
    ]);
  });

  it('keeps and tells nothing of a key that the model’s server repeats in an error', async () => {
    const server = await startRawModelServer();
    const { connections, database } = admin.served.core;
    const settings = connections.configured.plan(undefined, {
      ...{
        name: 'Telltale',
        kind: 'compatible',
        baseUrl: `${server.url}/v1`,
        model: 'm',
        organization: '',
        project: '',
      },
    });
    const { id } = connections.save('telltale', settings, 'sk-any', 'test');
    server.plan((reply) => {
      const message = `The MCP server refused ${server.requests[0]?.body ?? ''}`;
      reply.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
    });
    const talk = await talks.begin({ toolLoop: 'hosted', connectionId: id });
    const turn = await talk.send('Who am I?');
    const sent = /Bearer ([^"\\]+)/.exec(server.requests[0]?.body ?? '')?.[1];
    await server.close();
    expect(sent).toMatch(/.{20}/);
    expect(JSON.stringify(turn)).toContain('<redacted>');
    const kept = database.connection
      .prepare<[], string>(
        'SELECT error FROM trace_exchange WHERE error IS NOT NULL UNION ALL SELECT error FROM trace_turn',
      )
      .pluck()
      .all();
    expect(JSON.stringify([turn, kept])).not.toContain(sent);
  });

  it('says why nothing can be called while the endpoint is off', async () => {
    admin.served.configure({ enabled: false });
    const talk = await talks.begin({ toolLoop: 'hosted' });
    const turn = await talk.send('Who am I?');
    expect(turn).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('is off') as string } });
    admin.served.configure({ enabled: true });
  });

  it('makes no call again in a replay, and says so', async () => {
    model.plan(tool('get_user_info'), answer('You are an agent.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    await talk.send('Who am I?');
    const { connection } = admin.served.core.database;
    const countCalls = () => connection.prepare('SELECT count(*) FROM trace_call').pluck().get();
    const before = countCalls();
    const replay = await talks.hold((await client.conversations.replay({ id: talk.id })).id);
    const turn = await replay.page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
    expect(answerOf(turn)).toBe('You are an agent.');
    expect(turn.notes).toEqual(["The model's server made its calls when they were recorded, and not again."]);
    expect(countCalls()).toBe(before);
  });

  it('has calls that cannot be run again here, and says so', async () => {
    model.plan(tool('get_user_info'), answer('You.'));
    const talk = await talks.begin({ toolLoop: 'hosted' });
    const [made] = callsOf(await talk.send('Who am I?')) as [CallItem];
    const again = client.conversations.rerunCall({ itemId: made.id, arguments: '{}' });
    await expect(again).rejects.toThrow(/made this call/);
  });
});
