import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallSummary } from '../../src-shared/api/activity.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { callsOf, createTalks, type Setup } from '../support/open-talk.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const model = createScriptedModel();
let admin: OpenAdmin;
let client: AdminClient;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo', decide: model.decide });
  ({ client } = admin);
}, 60_000);
afterAll(() => admin.close());

const note = (text: string) => ({ ticket_id: 1001, note: text });

/** A conversation whose second turn makes one call, and that call in the log. */
async function converse(text: string, setup: Setup = {}): Promise<{ id: number; logged: CallSummary }> {
  const talk = await createTalks(client).begin({ askBefore: 'nothing', ...setup });
  const prefix = setup.toolLoop === 'hosted' ? 'mcp:halo' : 'function';
  model.plan(answer('Hello.'), call(`${prefix}:add_note_to_ticket`, note(text)), answer('Done.'));
  await talk.send('Hello');
  const turn = await talk.send(text);
  const [item] = callsOf(turn);
  return { id: talk.id, logged: await client.activity.get({ id: item?.callId ?? 0 }) };
}

describe('a call that a conversation made', () => {
  test.each(['workbench', 'hosted'] as const)(
    'says which turn it was, when the %s loop carries it out',
    async (toolLoop) => {
      const { id, logged } = await converse(`By the ${toolLoop} loop`, { toolLoop });
      expect(logged).toMatchObject({ tool: 'add_note_to_ticket', conversation: { id, title: 'Hello', turn: 2 } });
      const { calls } = await client.activity.list({ text: `By the ${toolLoop} loop` });
      expect(calls.map(({ conversation }) => conversation)).toEqual([{ id, title: 'Hello', turn: 2 }]);
    },
  );

  test('is found as made in the playground, and every other call as made elsewhere', async () => {
    const { logged } = await converse('From the playground');
    const other = await client.calls.create({ tool: 'add_note_to_ticket', arguments: note('From elsewhere') });
    const list = async (madeIn: 'playground' | 'elsewhere') =>
      (await client.activity.list({ madeIn, tools: ['add_note_to_ticket'], limit: 500 })).calls;
    expect((await list('playground'))[0]?.id).toBe(logged.id);
    expect((await list('playground')).every(({ conversation }) => conversation !== undefined)).toBe(true);
    expect((await list('elsewhere'))[0]?.id).toBe(other.callId);
    expect((await list('elsewhere')).every(({ conversation }) => conversation === undefined)).toBe(true);
  });

  test('is exported with its conversation and turn', async () => {
    const { id } = await converse('To be exported');
    const filter = { text: 'To be exported' };
    const [head = '', line = ''] = (await client.activity.export({ format: 'csv', ...filter })).text.split('\r\n');
    const cells = Object.fromEntries(head.split(',').map((name, index) => [name, line.split(',')[index]]));
    expect(cells).toMatchObject({ tool: 'add_note_to_ticket', conversation: String(id), turn: '2' });
    const { text } = await client.activity.export({ format: 'jsonl', ...filter });
    expect(JSON.parse(text)).toMatchObject({ conversation: { id, turn: 2 } });
  });

  test('stays in the log when the conversation is deleted, and says that it was', async () => {
    const { id, logged } = await converse('Left behind');
    await client.conversations.remove({ id });
    expect((await client.activity.get({ id: logged.id })).conversation).toBe('deleted');
    const { text } = await client.activity.export({ format: 'csv', text: 'Left behind' });
    expect(text).toContain(',deleted,,');
    expect((await client.activity.list({ madeIn: 'playground', text: 'Left behind' })).calls).toHaveLength(1);
  });

  test('is led to from the field that it set', async () => {
    const talk = await createTalks(client).begin({ askBefore: 'nothing' });
    model.plan(call('function:assign_to_me', { ticket_id: 1003 }), answer('It is yours.'));
    const [item] = callsOf(await talk.send('Assign it to me'));
    const fields = await client.traces.fields({ kind: 'ticket', id: 1003 });
    const setter = fields.find(({ column }) => column === 'agent_id');
    expect(setter?.callId).toBe(item?.callId);
    expect((await client.activity.get({ id: setter?.callId ?? 0 })).conversation).toMatchObject({
      id: talk.id,
      turn: 1,
    });
  });
});
