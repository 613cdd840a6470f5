import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentSorts, teamSorts } from '../../src-shared/api/agents.ts';
import { articleSorts } from '../../src-shared/api/articles.ts';
import { assetSorts } from '../../src-shared/api/assets.ts';
import { clientSorts, siteSorts } from '../../src-shared/api/clients.ts';
import { outcomeSorts } from '../../src-shared/api/outcomes.ts';
import { serviceSorts } from '../../src-shared/api/services.ts';
import { timeSorts } from '../../src-shared/api/time.ts';
import { userSorts } from '../../src-shared/api/users.ts';
import { workflowSorts } from '../../src-shared/api/workflows.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

const lists = {
  articles: articleSorts,
  users: userSorts,
  clients: clientSorts,
  sites: siteSorts,
  agents: agentSorts,
  teams: teamSorts,
  assets: assetSorts,
  services: serviceSorts,
  time: timeSorts,
  workflows: workflowSorts,
  outcomes: outcomeSorts,
} as const;
type Name = keyof typeof lists;
type AnyList = (input: object) => Promise<{ rows: { id: number }[]; total: number; offset: number }>;

describe('the records of the desk through the admin door', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const listOf = (name: Name) => admin.client[name].list as unknown as AnyList;

  it.each(Object.keys(lists) as Name[])('Every row of %s is on exactly one page, whatever the sort.', async (name) => {
    for (const sort of lists[name]) {
      for (const descending of [true, false]) {
        const { total } = await listOf(name)({ sort, descending, offset: 0, limit: 1 });
        const ids: number[] = [];
        for (let offset = 0; offset < Math.min(total, 600); offset += 200) {
          ids.push(...(await listOf(name)({ sort, descending, offset, limit: 200 })).rows.map(({ id }) => id));
        }
        expect(new Set(ids).size).toBe(Math.min(total, 600));
      }
    }
  });

  it.each(Object.keys(lists) as Name[])('Hostile lists of %s are refused or find nothing.', async (name) => {
    const list = listOf(name);
    const page = { sort: 'id', descending: false, offset: 0, limit: 10 };
    for (const wrong of [{ sort: 'r.id' }, { limit: 1000 }, { offset: -1 }, { nothing: 1 }]) {
      await expect(list({ ...page, ...wrong })).rejects.toMatchObject({ code: 'invalid_arguments' });
    }
    for (const search of ["' OR 1=1 --", '%_%', 'zzqqzz '.repeat(50)]) {
      expect((await list({ ...page, search })).rows).toEqual([]);
    }
    expect((await list({ ...page, offset: 1_000_000_000 })).rows).toEqual([]);
  });

  it('A search wants every word, in any of the fields.', async () => {
    const page = { sort: 'name', descending: false, offset: 0, limit: 50 } as const;
    const { rows } = await admin.client.users.list({ ...page, search: 'PHILIPPA larkmoor' });
    expect(rows.map(({ name }) => name)).toEqual(['Philippa Quill']);
    expect(await admin.client.users.suggest({ text: 'philippa' })).toMatchObject([{ name: 'Philippa Quill' }]);
    expect((await admin.client.assets.suggest({ text: 'dell' })).length).toBe(20);
  });

  it('Users are created and changed; an address in use is a conflict.', async () => {
    const { users } = admin.client;
    const made = await users.create({ name: 'Ada New', email: 'ada.new@larkmoor.example', siteId: 1 });
    expect(made).toMatchObject({ sees: 'own', inactive: false, client: { id: 1 }, openTickets: 0 });
    const { id, revision } = made;
    const changed = await users.update({ id, revision, changes: { jobTitle: 'Boss', important: true, siteId: 2 } });
    expect(changed).toMatchObject({ jobTitle: 'Boss', important: true, site: { id: 2 } });
    const taken = { name: 'Other', email: 'ADA.NEW@larkmoor.example', siteId: 1 };
    await expect(users.create(taken)).rejects.toMatchObject({ code: 'conflict', details: { field: 'email' } });
    await expect(users.update({ id, revision, changes: { jobTitle: 'Queen' } })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(users.create({ ...taken, email: 'no address' })).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(users.create({ ...taken, email: 'b@x.example', siteId: 9999 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('Clients and sites are created and changed; a name in use is a conflict.', async () => {
    const { clients, sites } = admin.client;
    const { id, revision } = await clients.create({ name: 'Newmoor' });
    await expect(clients.create({ name: 'NEWMOOR' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await clients.update({ id, revision, changes: { notes: 'Gold' } })).toMatchObject({ notes: 'Gold' });
    const site = await sites.create({ clientId: id, name: 'Main' });
    await expect(sites.create({ clientId: id, name: 'Main' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await sites.update({ id: site.id, revision: site.revision, changes: { inactive: true } })).toMatchObject({
      inactive: true,
      client: { id, name: 'Newmoor' },
    });
    expect(await clients.get({ id })).toMatchObject({ sites: 1, users: 0 });
  });

  it('The last administrator can neither be disabled nor lose the role; another one can be made first.', async () => {
    const { agents } = admin.client;
    const { roles } = await admin.client.lookups.get();
    const administrator = roles.find((role) => role.administrator)?.id ?? 0;
    const other = roles.find((role) => !role.administrator)?.id ?? 0;
    const { connection } = admin.served.core.database;
    const many = connection
      .prepare('SELECT id FROM desk_agent WHERE role_id = ? AND disabled = 0 AND id <> 1')
      .pluck()
      .all(administrator) as number[];
    for (const id of many) {
      const { revision } = await agents.get({ id });
      await agents.update({ id, revision, changes: { disabled: true } });
    }
    const { revision } = await agents.get({ id: 1 });
    for (const changes of [{ disabled: true }, { roleId: other }]) {
      await expect(agents.update({ id: 1, revision, changes })).rejects.toMatchObject({ code: 'conflict' });
    }
    const second = await agents.create({ name: 'Second', email: 'second@larkmoor.example', roleId: administrator });
    expect(second.administrator).toBe(true);
    expect(await agents.update({ id: 1, revision, changes: { disabled: true } })).toMatchObject({ disabled: true });
    expect((await agents.get({ id: 1 })).openTickets).toBeGreaterThan(0);
    // Edits are from now on the second's.
    const note = await admin.client.tickets.addNote({ id: 1500, note: 'x', private: true });
    const { rows } = await admin.client.traces.record({ kind: 'ticket', id: note.id, offset: 0, limit: 1 });
    expect(rows[0]?.actor).toBe('Second');
    const first = await agents.get({ id: 1 });
    await agents.update({ id: 1, revision: first.revision, changes: { disabled: false } });
  });

  it("An agent's teams are changed as a whole, and the default team is one of them.", async () => {
    const { agents } = admin.client;
    const before = await agents.get({ id: 2 });
    const update = (revision: number, changes: object) => agents.update({ id: 2, revision, changes });
    const changed = await update(before.revision, { teamIds: [1, 2], defaultTeamId: 2 });
    expect(changed).toMatchObject({ defaultTeam: { id: 2 } });
    expect(changed.teams.map(({ id }) => id).sort()).toEqual([1, 2]);
    await expect(update(before.revision, { teamIds: [3] })).rejects.toMatchObject({ code: 'conflict' });
    await expect(update(changed.revision, { teamIds: [1] })).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(update(changed.revision, { teamIds: [999] })).rejects.toMatchObject({ code: 'not_found' });
    expect((await agents.get({ id: 2 })).teams).toEqual(changed.teams);
  });

  it('Articles are written and edited; withdrawing one is no edit.', async () => {
    const { articles } = admin.client;
    const made = await articles.create({ title: 'Lamps', description: 'On.', tags: ['light', 'desk'], listIds: [1] });
    expect(made).toMatchObject({ tags: ['light', 'desk'], audience: 'agents', lists: [{ id: 1 }] });
    expect(made.createdBy).toBeDefined();
    const { id, revision, editedAt } = made;
    const withdrawn = await articles.update({ id, revision, changes: { inactive: true, listIds: [] } });
    expect(withdrawn).toMatchObject({ inactive: true, lists: [], editedAt });
    await expect(articles.update({ id, revision, changes: { tags: ['a,b'] } })).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
    const page = { sort: 'id', descending: true, offset: 0, limit: 1 } as const;
    expect((await articles.list({ ...page, search: 'lamps' })).rows[0]?.id).toBe(id);
  });

  it('Assets and their fields are changed; a tag in use is a conflict.', async () => {
    const { assets } = admin.client;
    const { id, revision, tag } = await assets.get({ id: 1 });
    const fields = [{ name: 'Colour', value: 'Red' }];
    const ends = '2027-01-01T00:00:00.000Z';
    const changed = await assets.update({ id, revision, changes: { fields, warrantyEndsAt: ends, userId: null } });
    expect(changed).toMatchObject({ fields, warrantyEndsAt: ends });
    expect(changed.user).toBeUndefined();
    const twice = { fields: [...fields, ...fields] };
    await expect(assets.update({ id, revision: changed.revision, changes: twice })).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
    const copy = { tag: tag.toLowerCase(), typeId: 1, siteId: 1, status: 'In use' };
    await expect(assets.create(copy)).rejects.toMatchObject({ code: 'conflict', details: { field: 'tag' } });
  });

  it('Services are changed, their cost with its currency.', async () => {
    const { services } = admin.client;
    const { id, revision } = await services.get({ id: 1 });
    const cost = { minor: 1250, currency: 'GBP' };
    const changed = await services.update({ id, revision, changes: { cost, shownToUsers: false } });
    expect(changed).toMatchObject({ cost, shownToUsers: false });
    const free = await services.update({ id, revision: changed.revision, changes: { cost: null } });
    expect(free.cost).toBeUndefined();
  });

  it('Time is listed with the sum over all pages.', async () => {
    const list = (more: object) =>
      admin.client.time.list({ sort: 'startedAt', descending: true, offset: 0, limit: 5, ...more });
    const { rows, totalSeconds, total } = await list({ agentId: 4, from: '2026-01-01T00:00:00.000Z' });
    const expected = admin.served.core.database.connection
      .prepare(
        'SELECT sum(seconds) AS seconds, count(*) AS entries FROM desk_time_entry WHERE agent_id = 4 AND started_at >= ?',
      )
      .get(Date.UTC(2026, 0, 1));
    expect({ seconds: totalSeconds, entries: total }).toEqual(expected);
    expect(rows.every(({ agent }) => agent.id === 4)).toBe(true);
  });

  it('What is not there is not found.', async () => {
    const id = 999_999;
    for (const name of ['articles', 'users', 'clients', 'sites', 'agents', 'teams', 'assets', 'services'] as const) {
      await expect(admin.client[name].get({ id })).rejects.toMatchObject({ code: 'not_found' });
      const asked = admin.client[name].update({ id, revision: 0, changes: { inactive: true } });
      await expect(asked).rejects.toMatchObject({ code: name === 'agents' ? 'invalid_arguments' : 'not_found' });
    }
  });

  it('The palette finds a ticket by its number first, and people by the beginning of a name.', async () => {
    const { palette } = admin.client;
    expect((await palette.find({ text: '#1500' }))[0]).toMatchObject({ kind: 'ticket', id: 1500 });
    const kinds = (await palette.find({ text: 'philip' })).map(({ kind }) => kind);
    expect(kinds).toContain('agent');
    expect(kinds).toContain('user');
    expect(await palette.find({ text: '   ' })).toEqual([]);
    expect((await palette.find({ text: 'printer', limit: 3 })).length).toBe(3);
  });

  it('The counts of the desk add up.', async () => {
    const { open, closed, byStatus, openedByDay } = await admin.client.desk.counts();
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(byStatus.map(({ tickets }) => tickets))).toBe(open + closed);
    expect(openedByDay.length).toBe(30);
    expect(sum(openedByDay.map(({ tickets }) => tickets))).toBeGreaterThan(0);
  });
});
