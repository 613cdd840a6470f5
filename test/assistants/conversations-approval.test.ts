import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallItem } from '../../src-shared/api/conversations.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks } from '../support/open-talk.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`function:${name}`, input);
const note = (text: string) => tool('add_note_to_ticket', { ticket_id: 1001, note: text });
const both = (...texts: string[]) => ({
  kind: 'calls' as const,
  calls: texts.map((text) => ({
    ...{ tool: 'function:add_note_to_ticket', arguments: { ticket_id: 1001, note: text } },
  })),
});

let admin: OpenAdmin;
let client: AdminClient;
let talks: ReturnType<typeof createTalks>;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo', decide: model.decide });
  ({ client } = admin);
  talks = createTalks(client);
}, 60_000);
afterAll(() => admin.close());
beforeEach(async () => {
  for (const { id } of await client.conversations.grants({})) await client.conversations.revokeGrant({ id });
});

const countNotes = (text: string): number =>
  admin.served.core.database.connection
    .prepare<[string], number>('SELECT count(*) FROM desk_action WHERE note = ?')
    .pluck()
    .get(text) ?? 0;

describe('a call that waits for a person', () => {
  it('changes nothing until it is approved, and then what it says', async () => {
    model.plan(note('Approved'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    expect(turn.state).toBe('waiting');
    expect(countNotes('Approved')).toBe(0);
    const done = await talk.approve(await talk.waiting(turn.id));
    expect(done.state).toBe('done');
    expect(callsOf(done)[0]).toMatchObject({
      ...{ state: 'done', effect: 'write', approval: { decision: 'once', edited: false } },
      changed: { inserted: 1, updated: 1, deleted: 0 },
    });
    expect(countNotes('Approved')).toBe(1);
  });

  it('changes nothing when it is denied, and the model is told why', async () => {
    const { connection } = admin.served.core.database;
    const count = () => connection.prepare('SELECT count(*) FROM trace_call').pluck().get();
    model.plan(note('Denied'), answer('I see.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    const before = count();
    const done = await talk.deny(await talk.waiting(turn.id), 'Not on this ticket.');
    expect(done).toMatchObject({ state: 'done' });
    expect(callsOf(done)[0]).toMatchObject({
      ...{ state: 'denied', approval: { decision: 'denied', reason: 'Not on this ticket.' } },
    });
    expect(count()).toBe(before);
    expect(countNotes('Denied')).toBe(0);
    expect(model.last().turns.at(-1)).toMatchObject({
      outcome: 'denied',
      text: expect.stringContaining('nothing was run. Reason: Not on this ticket.') as string,
    });
    expect(answerOf(done)).toBe('I see.');
  });

  it('runs with the arguments that a person gives instead, and the model is told those', async () => {
    model.plan(note('As the model wants'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    const waiting = await talk.waiting(turn.id);
    const given = JSON.stringify({ ticket_id: 1001, note: 'As the person wants' });
    const decide = (text: string) =>
      client.conversations.decide({
        ...{ itemId: waiting.id },
        decision: { kind: 'approve', remember: 'once', of: 'tool', arguments: text },
      });
    await expect(decide('{"ticket_id":')).rejects.toThrow(/one JSON object/);
    const done = await talk.approve(waiting, { arguments: given });
    expect(callsOf(done)[0]).toMatchObject({ state: 'done', approval: { edited: true }, arguments: { text: given } });
    expect([countNotes('As the model wants'), countNotes('As the person wants')]).toEqual([0, 1]);
    expect(model.last().turns.at(-2)).toMatchObject({ arguments: { note: 'As the person wants' } });
  });

  it('is decided once', async () => {
    model.plan(note('Once'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    const waiting = await talk.waiting(turn.id);
    await talk.approve(waiting);
    const again = client.conversations.decide({ itemId: waiting.id, decision: { kind: 'deny' } });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    expect(countNotes('Once')).toBe(1);
  });

  it('is one of several: each is decided by itself, and the model is asked when all are', async () => {
    model.plan(both('First of three', 'Second of three', 'Third of three'), answer('Some of them.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note them.');
    const calls = callsOf(turn);
    expect(calls.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    const later = await talk.approve(calls[1] as CallItem);
    expect(later.state).toBe('waiting');
    expect(callsOf(later).map(({ state }) => state)).toEqual(['waiting', 'done', 'waiting']);
    await talk.deny(calls[0] as CallItem);
    expect(model.asked()).toHaveLength(1);
    const done = await talk.approve(calls[2] as CallItem);
    expect(callsOf(done).map(({ state }) => state)).toEqual(['denied', 'done', 'done']);
    expect(done.state).toBe('done');
    expect(model.asked()).toHaveLength(2);
  });

  it('is not run any more once its turn is stopped', async () => {
    model.plan(note('Stopped'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    const waiting = await talk.waiting(turn.id);
    await client.conversations.stop({ id: talk.id });
    const stopped = await talk.page.until(({ turns }) => turns.find(({ state }) => state === 'stopped'));
    expect(callsOf(stopped)[0]).toMatchObject({ state: 'stopped', error: { code: 'stopped' } });
    const late = client.conversations.decide({
      ...{ itemId: waiting.id, decision: { kind: 'approve', remember: 'once', of: 'tool' } },
    });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect(countNotes('Stopped')).toBe(0);
  });
});

describe('what is allowed without asking', () => {
  it('is what the set-up asks nothing about', async () => {
    const read = () => model.plan(tool('search_tickets', { search: 'vpn' }), answer('Found.'));
    const states: string[] = [];
    for (const askBefore of ['every-call', 'changes', 'nothing'] as const) {
      read();
      const talk = await talks.begin({ askBefore });
      states.push((await talk.send('Find it.')).state);
      await client.conversations.stop({ id: talk.id });
      model.plan(note(`With ${askBefore}`), answer('Noted.'));
      const other = await talks.begin({ askBefore });
      states.push((await other.send('Note it.')).state);
      await client.conversations.stop({ id: other.id });
    }
    expect(states).toEqual(['waiting', 'waiting', 'done', 'waiting', 'done', 'done']);
  });

  it('is this tool in this chat, and in no other', async () => {
    model.plan(note('Chat 1'), answer('Done.'), note('Chat 2'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    await talk.approve(await talk.waiting(turn.id), { remember: 'chat' });
    const second = await talk.send('Once more.');
    expect(callsOf(second)[0]).toMatchObject({ state: 'done', approval: { decision: 'remembered' } });
    const grants = await client.conversations.grants({ conversationId: talk.id });
    expect(grants).toMatchObject([
      { conversationId: talk.id, tool: 'add_note_to_ticket', endpointName: 'Default endpoint' },
    ]);
    model.plan(note('Chat 3'));
    const other = await talks.begin();
    expect((await other.send('Note it.')).state).toBe('waiting');
    await client.conversations.stop({ id: other.id });
  });

  it('is this tool always, until that is revoked', async () => {
    model.plan(note('Always 1'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    await talk.approve(await talk.waiting(turn.id), { remember: 'always' });
    model.plan(note('Always 2'), answer('Done.'));
    const other = await talks.begin();
    expect((await other.send('Note it.')).state).toBe('done');
    const [grant] = await client.conversations.grants({});
    expect(grant).not.toHaveProperty('conversationId');
    await client.conversations.revokeGrant({ id: grant?.id ?? 0 });
    model.plan(note('Always 3'));
    expect((await other.send('Note it.')).state).toBe('waiting');
    await client.conversations.stop({ id: other.id });
  });

  it('is every tool that reads, and none that does more', async () => {
    model.plan(tool('search_tickets', { search: 'vpn' }), tool('get_user_info'), note('Not a read'));
    const talk = await talks.begin({ askBefore: 'every-call' });
    const turn = await talk.send('Look.');
    const next = await talk.approve(await talk.waiting(turn.id), { remember: 'chat', of: 'reads' });
    expect(next.state).toBe('waiting');
    expect(callsOf(next).map(({ tool: name, approval }) => [name, approval.decision])).toEqual([
      ...[
        ['search_tickets', 'chat'],
        ['get_user_info', 'remembered'],
        ['add_note_to_ticket', undefined],
      ],
    ]);
    const write = await talk.waiting(turn.id);
    const wrong = client.conversations.decide({
      ...{ itemId: write.id, decision: { kind: 'approve', remember: 'chat', of: 'reads' } },
    });
    await expect(wrong).rejects.toThrow('This tool does more than read: allow it by itself.');
    expect((await talk.page.until(({ turns }) => turns.at(-1)))?.state).toBe('waiting');
    await client.conversations.stop({ id: talk.id });
    expect(countNotes('Not a read')).toBe(0);
  });

  it('ends for a tool that does more by now than when it was allowed', async () => {
    admin.served.core.database.connection
      .prepare(
        `INSERT INTO trace_approval_grant (conversation_id, endpoint_id, tool, effect, created_at)
         VALUES (NULL, ?, 'add_note_to_ticket', 'read', 0)`,
      )
      .run(defaultEndpointId);
    model.plan(note('Did less once'));
    const talk = await talks.begin();
    expect((await talk.send('Note it.')).state).toBe('waiting');
    await client.conversations.stop({ id: talk.id });
  });

  it('covers the other calls that wait for the same', async () => {
    model.plan(both('Covered 1', 'Covered 2'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note them.');
    const done = await talk.approve(callsOf(turn)[0] as CallItem, { remember: 'chat' });
    expect(done.state).toBe('done');
    expect(callsOf(done).map(({ approval }) => approval.decision)).toEqual(['chat', 'remembered']);
  });

  it('is allowed on one endpoint alone', async () => {
    model.plan(note('Here'), answer('Done.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    await talk.approve(await talk.waiting(turn.id), { remember: 'always' });
    const collection = await client.collections.create({
      ...{ name: 'Another', type: 'agent', tools: ['add_note_to_ticket'], includeAllSystemTools: true },
    } as never);
    model.plan(note('There'));
    const other = await talks.begin({ endpointId: (collection as { id: string }).id });
    expect((await other.send('Note it.')).state).toBe('waiting');
    await client.conversations.stop({ id: other.id });
  });
});
