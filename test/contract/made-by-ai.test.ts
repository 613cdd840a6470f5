import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ticketSorts } from '../../src-shared/api/tickets.ts';
import { collectionSettings, defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { lines, openImportDesk } from '../importing/import-desk.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';

const collection = '11111111-1111-4111-8111-111111111111';
const first = { descending: true, offset: 0, limit: 50 } as const;
const byPerson = 1001;

let admin: OpenAdmin;
let standard: McpPoster;
let collected: McpPoster;

const all = <T>(sql: string, ...parameters: unknown[]): T[] =>
  admin.served.core.database.connection.prepare<unknown[], T>(sql).all(...parameters);
const one = <T>(sql: string, ...parameters: unknown[]): T | undefined => all<T>(sql, ...parameters)[0];

function configure(name: string): void {
  const settings = { name, slug: 'helpers', type: 'agent', enabled: true, tools: ['create_ticket'] };
  admin.served.core.endpoints.putCollection(collection, collectionSettings.parse(settings), 'test');
}

async function log(poster: McpPoster, summary: string): Promise<number> {
  const [user] = all<{ email: string }>('SELECT email FROM desk_user WHERE inactive = 0 LIMIT 1');
  const input = { user_email: user?.email, summary, description: `${summary}.` };
  const { id } = (await poster.read('create_ticket', input)) as { id: number };
  return id;
}

const madeBy = (table: string, condition: string): (string | null)[] =>
  all<{ agent: string | null }>(`SELECT virtual_agent_id AS agent FROM ${table} WHERE ${condition} ORDER BY id`).map(
    ({ agent }) => agent,
  );

beforeAll(async () => {
  admin = await openAdmin();
  configure('Helpers');
  const key = admin.served.createKey();
  standard = createPoster(admin.served.endpoint, key);
  collected = createPoster(`${admin.served.endpoint}/helpers`, key);
}, 60_000);
afterAll(() => admin.close());

describe('the mark of what AI made', () => {
  test('is on a ticket and its first entry, with the endpoint that it came through', async () => {
    for (const [poster, id] of [
      [standard, defaultEndpointId],
      [collected, collection],
    ] as const) {
      const ticket = await log(poster, 'Made by a model');
      expect(madeBy('desk_ticket', `id = ${ticket}`)).toEqual([id]);
      expect(madeBy('desk_action', `ticket_id = ${ticket}`)).toEqual([id]);
    }
  });

  test('is on the entry that a call writes, not on the ticket that a person logged, and an edit leaves it', async () => {
    await standard.read('add_note_to_ticket', { ticket_id: byPerson, note: 'By a model.' });
    await admin.client.tickets.addNote({ id: byPerson, note: 'By a person.', private: true });
    expect(madeBy('desk_ticket', `id = ${byPerson}`)).toEqual([null]);
    expect(madeBy('desk_action', `ticket_id = ${byPerson}`).slice(-2)).toEqual([defaultEndpointId, null]);

    const ticket = await log(standard, 'Edited by a person');
    const { revision } = await admin.client.tickets.get({ id: ticket });
    await admin.client.tickets.update({ id: ticket, revision, changes: { summary: 'Edited' } });
    await admin.client.tickets.addNote({ id: ticket, note: 'By a person.', private: false });
    expect(madeBy('desk_ticket', `id = ${ticket}`)).toEqual([defaultEndpointId]);
    expect(madeBy('desk_action', `ticket_id = ${ticket}`)).toEqual([defaultEndpointId, null]);
  });

  test('is on an article that a call creates, and the ledger has it in the row that it inserted', () => {
    const { core } = admin.served;
    const fields = { title: 'Made by a model', description: 'What it found.' };
    const occasion = { at: core.ports.now(), agentId: null };
    const [called, edited] = [collection, undefined].map((endpointId) =>
      core.database.inChangeSet({ kind: 'call', actor: 'agent:1', label: 'test', endpointId }, () =>
        core.desk.editing.articles.create({ fields }, occasion),
      ),
    );
    expect(madeBy('desk_article', `id IN (${called}, ${edited})`)).toEqual([collection, null]);
    const [change] = all<{ after: string; operation: string }>(
      "SELECT operation, after FROM trace_change WHERE table_name = 'desk_article' AND row_id = ?",
      called,
    );
    expect(change?.operation).toBe('insert');
    expect(JSON.parse(change?.after ?? '')).toMatchObject({ virtual_agent_id: collection });
  });

  test('is put on what the app creates by a call, for that goes through the endpoint, and not on what it edits', async () => {
    const [user] = all<{ id: number; email: string }>('SELECT id, email FROM desk_user WHERE inactive = 0 LIMIT 1');
    const input = { user_email: user?.email, summary: 'Tried', description: 'Tried.' };
    const { result, callId = 0 } = await admin.client.calls.create({ tool: 'create_ticket', arguments: input });
    const again = await admin.client.calls.rerun({ id: callId });
    for (const made of [result, again.result] as { id: number }[]) {
      expect(madeBy('desk_ticket', `id = ${made.id}`)).toEqual([defaultEndpointId]);
    }
    const { types } = await admin.client.lookups.get();
    const basic = { userId: user?.id ?? 0, typeId: types[0]?.id ?? 0, summary: 'By hand', details: 'By hand.' };
    const { id, madeByAi } = await admin.client.tickets.create(basic);
    expect(madeByAi).toBe(undefined);
    expect(madeBy('desk_ticket', `id = ${id}`)).toEqual([null]);
  });

  test('is shown with the call that created the record and the endpoint as last known, also when that is gone', async () => {
    const id = await log(collected, 'Made by helpers');
    const call = one<{ id: number }>('SELECT max(id) AS id FROM trace_call')?.id;
    const shown = (endpointName: string) => ({ endpointId: collection, endpointName, callId: call });
    const conversation = async () => (await admin.client.tickets.conversation({ id, offset: 0, limit: 5 })).rows[0];
    expect((await admin.client.tickets.get({ id })).madeByAi).toEqual(shown('Helpers'));
    expect((await conversation())?.madeByAi).toEqual(shown('Helpers'));
    configure('Better helpers');
    const { rows } = await admin.client.tickets.list({ ...first, sort: 'id' });
    expect(rows.find((row) => row.id === id)?.madeByAi).toEqual(shown('Better helpers'));
    admin.served.core.endpoints.removeCollection(collection, 'test');
    expect((await admin.client.tickets.get({ id })).madeByAi).toEqual(shown('Better helpers'));
    expect(all('SELECT id, name, use FROM conf_virtual_agent ORDER BY use')).toEqual([
      { id: collection, name: 'Better helpers', use: 'agent_collection' },
      { id: defaultEndpointId, name: 'Default endpoint', use: 'default_endpoint' },
    ]);
  });

  test.each(ticketSorts)('filters tickets sorted by %s, with other filters and without', async (sort) => {
    const { total: everything } = await admin.client.tickets.list({ ...first, sort });
    const count = async (madeByAi: boolean, more: object = {}) => {
      const { rows, total } = await admin.client.tickets.list({ ...first, ...more, sort, madeByAi });
      expect(rows.every((row) => (row.madeByAi !== undefined) === madeByAi)).toBe(true);
      expect(rows.length).toBe(Math.min(total, 50));
      return total;
    };
    expect(await count(true)).toBe(one<{ n: number }>("SELECT count(*) AS n FROM desk_ticket WHERE source = 'mcp'")?.n);
    expect((await count(true)) + (await count(false))).toBe(everything);
    const open = { open: 'open' as const, teamIds: [1, 2, 3, 4, 5] };
    const { total: openOnes } = await admin.client.tickets.list({ ...first, ...open, sort });
    expect((await count(true, open)) + (await count(false, open))).toBe(openOnes);
    const { userId } = one<{ userId: number }>("SELECT user_id AS userId FROM desk_ticket WHERE source = 'mcp'") ?? {};
    expect((await count(true, { userId, overdue: false })) + (await count(true, { userId, overdue: true }))).toBe(
      await count(true, { userId }),
    );
  });

  test('filters articles', async () => {
    const count = async (more: object) =>
      (await admin.client.articles.list({ ...first, sort: 'title', ...more })).total;
    expect(await count({ madeByAi: true })).toBe(1);
    expect((await count({ madeByAi: true })) + (await count({ madeByAi: false }))).toBe(await count({}));
    const { rows } = await admin.client.articles.list({ ...first, sort: 'title', madeByAi: true });
    expect(rows[0]?.madeByAi).toEqual({ endpointId: collection, endpointName: 'Better helpers' });
  });

  test('is on nothing that an import brings', { timeout: 60_000 }, async () => {
    const desk = await openImportDesk();
    try {
      const ticket = { id: 1, number: 'INC1', summary: 'VPN', details: 'Down.', dateoccurred: '2024-06-20T14:45:15Z' };
      expect((await desk.bring('tickets.jsonl', lines([ticket]))).counts).toMatchObject({ created: 1 });
      const { rows } = await desk.client.tickets.list({ ...first, sort: 'id' });
      expect(rows.map(({ summary, madeByAi }) => [summary, madeByAi])).toEqual([['VPN', undefined]]);
      expect((await desk.client.tickets.list({ ...first, sort: 'id', madeByAi: true })).total).toBe(0);
    } finally {
      await desk.close();
    }
  });

  test('is on nothing of a new desk', { timeout: 60_000 }, async () => {
    const { database } = admin.served.core;
    await admin.client.desk.reset({ to: 'demo', confirm: 'reset' });
    for (const table of ['desk_ticket', 'desk_action', 'desk_article']) {
      expect(madeBy(table, 'virtual_agent_id IS NOT NULL')).toEqual([]);
    }
    expect(database.connection.pragma('foreign_key_check')).toEqual([]);
  });
});
