import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksumDesk } from '../support/desk-checksum.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

describe('resetting the desk', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const sql = <T>(text: string): T => admin.served.core.database.connection.prepare(text).pluck().get() as T;
  const page = { sort: 'relevance', descending: false, offset: 0, limit: 50 } as const;
  const call = (key: string) =>
    fetch(admin.served.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });

  it('Without the word nothing happens.', async () => {
    const before = sql('SELECT max(id) FROM trace_change_set');
    const asked = admin.client.desk.reset({ to: 'empty', confirm: 'yes' });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect(sql('SELECT max(id) FROM trace_change_set')).toBe(before);
  });

  it(
    'A new demo desk has ids of its own, is found by searching, and keys of people of the old one stop working.',
    { timeout: 60_000 },
    async () => {
      const key = admin.served.createKey();
      expect((await call(key)).status).toBe(200);
      const highest = sql<number>('SELECT max(id) FROM desk_ticket');
      const agents = sql<number>('SELECT max(id) FROM desk_agent');
      const found = await admin.client.tickets.list({ ...page, search: 'printer' });
      const traces = sql<number>('SELECT count(*) FROM trace_change');

      const done = await admin.client.desk.reset({ to: 'demo', confirm: 'reset' });
      expect(done).toMatchObject({ tickets: 2000 });
      expect(done.brokenApplications.length).toBe(1);
      expect(sql('SELECT min(id) FROM desk_ticket')).toBe(highest + 1);
      expect(sql('SELECT min(id) FROM desk_agent')).toBe(agents + 1);
      expect(sql('SELECT count(*) FROM trace_change')).toBe(traces + 1);
      expect(admin.served.core.database.connection.pragma('foreign_key_check')).toEqual([]);
      const again = await admin.client.tickets.list({ ...page, search: 'printer' });
      expect(again.total).toBe(found.total);
      expect(again.rows.every(({ id }) => id > highest)).toBe(true);

      const refused = await call(key);
      expect(refused.status).toBe(401);
      expect(await refused.text()).toContain('no longer exists');
      expect((await call(admin.served.createKey())).status).toBe(200);
    },
  );

  it('An empty desk has somebody to administer it and somebody to log a ticket for.', { timeout: 60_000 }, async () => {
    await admin.client.desk.reset({ to: 'empty', confirm: 'reset' });
    expect(await admin.client.desk.counts()).toMatchObject({ open: 0, closed: 0 });
    const [user] = await admin.client.users.suggest({ text: '' });
    const { types } = await admin.client.lookups.get();
    const type = types.find(({ isDefault }) => isDefault);
    const ticket = { userId: user?.id ?? 0, typeId: type?.id ?? 0, summary: 'First', details: '' };
    const { id } = await admin.client.tickets.create(ticket);
    expect((await admin.client.tickets.list({ ...page, search: 'first' })).rows.map((row) => row.id)).toEqual([id]);
  });

  it('When the new desk does not fit on the disk, the old one is as it was.', { timeout: 60_000 }, async () => {
    const small = await openAdmin({ newDesk: 'empty', maxPageCount: 600 });
    try {
      const { connection } = small.served.core.database;
      const before = checksumDesk(connection);
      const asked = small.client.desk.reset({ to: 'demo', confirm: 'reset' });
      await expect(asked).rejects.toMatchObject({ code: 'disk_full' });
      expect(checksumDesk(connection)).toBe(before);
      const { rows } = await small.client.users.list({ sort: 'id', descending: false, offset: 0, limit: 5 });
      expect(rows.map(({ name }) => name)).toEqual(['General User']);
    } finally {
      await small.close();
    }
  });
});
