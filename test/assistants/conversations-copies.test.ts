import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallItem } from '../../src-shared/api/conversations.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks, offlineSetup } from '../support/open-talk.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';

const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`function:${name}`, input);
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

const count = (table: string): number =>
  Number(admin.served.core.database.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const bodyOf = async (turnId: number, index = -1): Promise<{ input: object[] }> => {
  const exchange = (await client.conversations.exchanges({ turnId })).at(index);
  const { body } = await client.conversations.request({ exchangeId: exchange?.id ?? 0 });
  return JSON.parse(body) as { input: object[] };
};

describe('a branch', () => {
  it('holds the turns up to where it goes out, with their requests, and goes its own way', async () => {
    model.plan(tool('get_user_info'), answer('First.'), answer('Second.'), answer('Another second.'));
    const talk = await talks.begin();
    const first = await talk.send('One');
    await talk.send('Two');
    const branch = await client.conversations.branch({ id: talk.id, turn: 1 });
    expect(branch).toMatchObject({ title: 'One', turns: 1, state: 'done', branchOf: { id: talk.id, turn: 1 } });
    const other = await talks.hold(branch.id);
    const [copy] = await client.conversations.turns({ id: branch.id, before: 99, limit: 9 });
    expect(copy).toMatchObject({ number: 1, exchanges: 2, times: first.times, tokens: first.tokens });
    expect(copy?.items.map((item) => ({ ...item, id: 0, turnId: 0 }))).toEqual(
      first.items.map((item) => ({ ...item, id: 0, turnId: 0 })),
    );
    expect(await client.conversations.exchanges({ turnId: copy?.id ?? 0 })).toEqual(
      await client.conversations.exchanges({ turnId: first.id }),
    );
    expect(answerOf(await other.send('Two, but otherwise'))).toBe('Another second.');
    expect((await client.conversations.get({ id: talk.id })).turns).toBe(2);
  });

  it('keeps its requests when what it went out from is deleted', async () => {
    model.plan(answer('First.'), answer('Second.'));
    const talk = await talks.begin();
    const first = await talk.send('One');
    const sent = await bodyOf(first.id);
    const branches = [
      await client.conversations.branch({ id: talk.id, turn: 1 }),
      await client.conversations.branch({ id: talk.id, turn: 1 }),
    ];
    await client.conversations.remove({ id: talk.id });
    for (const { id } of branches) {
      const [turn] = await client.conversations.turns({ id, before: 99, limit: 9 });
      expect(await bodyOf(turn?.id ?? 0)).toEqual(sent);
      await client.conversations.remove({ id });
    }
    expect(count('trace_exchange WHERE turn_id NOT IN (SELECT id FROM trace_turn)')).toBe(0);
    expect(count('trace_model_request WHERE id NOT IN (SELECT model_request_id FROM trace_exchange)')).toBe(0);
  });

  it('of nothing has the set-up alone', async () => {
    const talk = await talks.begin({ instructions: 'Be brief.' });
    const branch = await client.conversations.branch({ id: talk.id, turn: 0 });
    expect(branch).toMatchObject({ turns: 0, setup: { instructions: 'Be brief.' } });
    await expect(client.conversations.branch({ id: talk.id, turn: 3 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a call that is run again', () => {
  it('takes the place of the first in a new conversation, with what a person gave it, and the model goes on', async () => {
    model.plan(note('As first'), tool('get_user_info'), answer('Done.'), answer('Done otherwise.'));
    const talk = await talks.begin({ askBefore: 'nothing' });
    const turn = await talk.send('Note it.');
    const [made] = callsOf(turn) as [CallItem];
    const given = JSON.stringify({ ticket_id: 1001, note: 'As then' });
    const made2 = await client.conversations.rerunCall({ itemId: made.id, arguments: given });
    expect(made2.branchOf).toEqual({ id: talk.id, turn: 1 });
    const other = await talks.hold(made2.id);
    const again = await other.page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
    expect(callsOf(again)).toMatchObject([
      { state: 'done', arguments: { text: given }, approval: { decision: 'once', edited: true } },
    ]);
    expect(callsOf(again)[0]?.callId).not.toBe(made.callId);
    expect(answerOf(again)).toBe('Done otherwise.');
    expect(again.exchanges).toBe(2);
    expect(await client.conversations.exchanges({ turnId: again.id })).toHaveLength(2);
    expect((await bodyOf(again.id)).input).toMatchObject([
      { role: 'user' },
      { type: 'function_call', arguments: given },
      { type: 'function_call_output' },
    ]);
    expect(callsOf((await client.conversations.turns({ id: talk.id, before: 9, limit: 1 }))[0] as never)).toHaveLength(
      2,
    );
  });
});

describe('conversations side by side', () => {
  it('know of each other, and are asked one by one', async () => {
    model.plan(answer('One.'), answer('Other.'));
    const setups = [
      { ...offlineSetup, instructions: 'A' },
      { ...offlineSetup, instructions: 'B' },
    ];
    const [one, other] = await client.conversations.compare({ setups });
    expect(one?.comparisonId).toBe(other?.comparisonId);
    expect((await client.conversations.get({ id: one?.id ?? 0 })).beside.map(({ id }) => id)).toEqual([other?.id]);
    for (const conversation of [one, other]) {
      const talk = await talks.hold(conversation?.id ?? 0);
      await talk.send('The same for both');
    }
    expect((await client.conversations.get({ id: one?.id ?? 0 })).beside).toMatchObject([{ state: 'done', turns: 1 }]);
  });
});

describe('the search', () => {
  it('finds words of titles, prompts, answers, arguments and results, and the beginning of the last', async () => {
    model.plan(tool('search_tickets', { search: 'xylophone' }), answer('There is no marimba ticket.'));
    const talk = await talks.begin();
    await talk.send('Is there a glockenspiel?');
    await client.conversations.update({ id: talk.id, title: 'Percussion' });
    const find = async (search: string) => {
      const { rows, total } = await client.conversations.list({ search, offset: 0, limit: 10 });
      expect(total).toBe(rows.length);
      return rows.map(({ id }) => id);
    };
    for (const words of [
      'percussion',
      'GLOCKENSPIEL',
      'marim',
      'xylophone',
      'record_count glocken',
      'marimba percussion',
    ]) {
      expect([words, await find(words)]).toEqual([words, [talk.id]]);
    }
    for (const words of ['glockenspielx', 'marimba zither', '"', '   ?']) expect(await find(words)).toEqual([]);
    const { rows } = await client.conversations.list({ search: 'marimba', offset: 0, limit: 10 });
    expect(rows[0]?.excerpt).toBe('There is no marimba ticket.');
    await client.conversations.remove({ id: talk.id });
    expect(await find('glockenspiel')).toEqual([]);
  });

  it('lists the latest first, page by page', async () => {
    const { rows, total } = await client.conversations.list({ offset: 0, limit: 100 });
    expect(rows.map(({ updatedAt }) => updatedAt)).toEqual(
      rows
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    );
    const second = await client.conversations.list({ offset: 1, limit: 1 });
    expect(second).toEqual({ rows: [rows[1]], total });
  });
});

describe('an export', () => {
  it('as a request is taken by a server of the Responses API', async () => {
    model.plan(tool('get_user_info'), answer('You are an agent.'), answer('Once more.'));
    const talk = await talks.begin({ instructions: 'Be brief.' });
    await talk.send('Who am I?');
    const { fileName, text } = await client.conversations.export({ id: talk.id, format: 'responses' });
    expect(fileName).toBe(`who-am-i-${talk.id}.json`);
    const response = await fetch(`${admin.served.url}/v1/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.served.createKey()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...(JSON.parse(text) as object), stream: false }),
    });
    expect(await response.json()).toMatchObject({ status: 'completed', instructions: 'Be brief.' });
    expect(model.last().turns.map(({ kind }) => kind)).toEqual(['message', 'message', 'call', 'result', 'message']);
  });

  it('as Markdown keeps what was said in its place, whatever it says', async () => {
    const sly = 'Text\n````\n# No heading\n```js\n<script>';
    model.plan(tool('search_tickets', { search: 'vpn' }), answer('**Bold** answer.'));
    const talk = await talks.begin();
    await talk.send(sly);
    const { fileName, text } = await client.conversations.export({ id: talk.id, format: 'markdown' });
    expect(fileName).toMatch(/\.md$/);
    expect(text).toContain(`\`\`\`\`\`\n${sly}\n\`\`\`\`\``);
    expect(text).toContain('### Call of search\\_tickets: done');
    expect(text).toContain('### Answer\n\n**Bold** answer.');
    expect(text.split('\n')[0]).toBe('# Text \\`\\`\\`\\` \\# No heading \\`\\`\\`js \\<script\\>');
  });
});

describe('a replay', () => {
  it('gives the recorded answers again while tools run anew, and says where they come out otherwise', async () => {
    model.plan(
      tool('get_user_info'),
      note('Played'),
      answer('Noted.'),
      tool('get_one_ticket', { ticket_id: 1001 }),
      answer('There.'),
    );
    const talk = await talks.begin({ askBefore: 'nothing' });
    await talk.send('Note it.');
    await talk.send('Look.');
    const asked = model.asked().length;
    const replay = await client.conversations.replay({ id: talk.id });
    expect(replay).toMatchObject({ replayOf: talk.id, title: 'Note it.' });
    const other = await talks.hold(replay.id);
    await other.page.until(({ turns }) => turns.length === 2 && turns.every(({ state }) => state === 'done'));
    expect(model.asked()).toHaveLength(asked);
    const [second, first] = await client.conversations.turns({ id: replay.id, before: 9, limit: 9 });
    expect([first && answerOf(first), second && answerOf(second)]).toEqual(['Noted.', 'There.']);
    expect(first?.notes).toEqual(['add_note_to_ticket (call 2) came out otherwise than recorded.']);
    expect(second?.notes).toEqual(['get_one_ticket (call 1) came out otherwise than recorded.']);
    expect(callsOf(first as never)[1]?.changed).toEqual({ inserted: 1, updated: 1, deleted: 0 });
    model.plan(answer('Live again.'));
    expect(answerOf(await other.send('And now?'))).toBe('Live again.');
  });

  it('asks again what was asked about, and says what was denied this time', async () => {
    model.plan(note('Asked'), answer('Noted.'));
    const talk = await talks.begin();
    const turn = await talk.send('Note it.');
    await talk.approve(await talk.waiting(turn.id));
    const replay = await client.conversations.replay({ id: talk.id });
    const other = await talks.hold(replay.id);
    const waiting = await other.page.until(({ turns }) =>
      turns.flatMap(callsOf).find(({ state }) => state === 'waiting'),
    );
    const denied = await other.deny(waiting);
    expect(denied.state).toBe('done');
    expect(answerOf(denied)).toBe('Noted.');
    expect(denied.notes).toEqual(['add_note_to_ticket (call 1) was denied here, and was not then.']);
  });
});
