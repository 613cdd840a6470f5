import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketSorts } from '../../src-shared/api/tickets.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

const first = { sort: 'id', descending: false, offset: 0, limit: 50 } as const;

describe('tickets through the admin door', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const sql = <T>(text: string): T => admin.served.core.database.connection.prepare(text).pluck().get() as T;
  const create = async (more: object = {}) => {
    const { types } = await admin.client.lookups.get();
    const type = types.find(({ isDefault }) => isDefault) ?? types[0];
    const basic = { userId: 30, typeId: type?.id ?? 1, summary: 'The lamp is out', details: 'Since Monday.' };
    return admin.client.tickets.create({ ...basic, ...more });
  };

  it.each(ticketSorts)('sorted by %s, every ticket is on exactly one page, in both directions', async (sort) => {
    for (const descending of [false, true]) {
      const ids: number[] = [];
      for (let offset = 0; offset < 2200; offset += 200) {
        const page = await admin.client.tickets.list({ sort, descending, offset, limit: 200 });
        ids.push(...page.rows.map(({ id }) => id));
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(sql('SELECT count(*) FROM desk_ticket'));
    }
  });

  it('Tickets of one status are in the order of their latest change, and then of their numbers.', async () => {
    const { rows } = await admin.client.tickets.list({ ...first, sort: 'status', descending: true, limit: 200 });
    const keys = rows.map(({ status, lastActionAt, id }) => `${status.id}|${lastActionAt}|${id}`);
    const sorted = [...rows].sort((one, other) =>
      one.status.id !== other.status.id ? 0 : other.lastActionAt.localeCompare(one.lastActionAt) || other.id - one.id,
    );
    expect(keys).toEqual(sorted.map(({ status, lastActionAt, id }) => `${status.id}|${lastActionAt}|${id}`));
  });

  it('All filters hold at once, and the total counts what they leave.', async () => {
    const filters = { open: 'closed' as const, priorityIds: [3, 4], teamIds: [1], clientId: 2 };
    for (const sort of ['lastActionAt', 'agent', 'relevance'] as const) {
      const { rows, total } = await admin.client.tickets.list({ ...first, ...filters, sort });
      expect(total).toBe(
        sql(`SELECT count(*) FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id
          JOIN desk_site i ON i.id = t.site_id
          WHERE s.kind = 'closed' AND t.priority_id IN (3, 4) AND t.team_id = 1 AND i.client_id = 2`),
      );
      expect(total).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toMatchObject({ status: { kind: 'closed' }, team: { id: 1 }, client: { id: 2 } });
        expect([3, 4]).toContain(row.priority.id);
      }
    }
  });

  it('What is overdue and what is not are all the tickets, and nothing closed is overdue.', async () => {
    const count = async (overdue: boolean) => (await admin.client.tickets.list({ ...first, overdue })).total;
    expect((await count(true)) + (await count(false))).toBe(sql('SELECT count(*) FROM desk_ticket'));
    const { rows } = await admin.client.tickets.list({ ...first, overdue: true });
    expect(rows.every((row) => row.overdue && row.status.kind === 'open')).toBe(true);
  });

  it('Unassigned together with agents lists the tickets of both.', async () => {
    const { rows } = await admin.client.tickets.list({ ...first, unassigned: true, agentIds: [2], open: 'open' });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ agent }) => agent === undefined || agent.id === 2)).toBe(true);
  });

  it('A search finds a ticket by its number, and filters narrow what a search finds.', async () => {
    const search = { ...first, sort: 'relevance' } as const;
    expect((await admin.client.tickets.list({ ...search, search: '1500' })).rows[0]?.id).toBe(1500);
    const all = await admin.client.tickets.list({ ...search, search: 'printer' });
    const some = await admin.client.tickets.list({ ...search, search: 'printer', clientId: 3 });
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThan(all.total);
    expect(some.rows.every(({ client }) => client.id === 3)).toBe(true);
  });

  it('An offset beyond the end is an empty page with the right total.', async () => {
    for (const sort of ['id', 'status'] as const) {
      const page = await admin.client.tickets.list({ ...first, sort, offset: 1_000_000_000 });
      expect(page).toMatchObject({ rows: [], total: sql('SELECT count(*) FROM desk_ticket') });
    }
  });

  it.each([
    { sort: 'id; DROP TABLE desk_ticket' },
    { limit: 0 },
    { limit: 201 },
    { offset: -1 },
    { statusIds: ['1 OR 1=1'] },
    { typeIds: Array.from({ length: 201 }, () => 1) },
    { search: 'x'.repeat(401) },
    { somethingElse: true },
  ])('A list is refused for %j.', async (wrong) => {
    const asked = admin.client.tickets.list({ ...first, ...wrong } as typeof first);
    await expect(asked).rejects.toMatchObject({ code: 'invalid_arguments' });
  });

  it.each(["'; DROP TABLE desk_ticket; --", '%', '"', '\0', '﷽', '()*NEAR'])(
    'Searching for %j is harmless.',
    async (search) => {
      await expect(admin.client.tickets.list({ ...first, sort: 'relevance', search })).resolves.toMatchObject({
        offset: 0,
      });
    },
  );

  it('Two who change different fields of a ticket both succeed; the same field is a conflict that names it.', async () => {
    const { id, revision } = await create();
    const update = (changes: object) => admin.client.tickets.update({ id, revision, changes });
    await update({ summary: 'One' });
    await expect(update({ details: 'Two' })).resolves.toMatchObject({ summary: 'One', details: 'Two' });
    const late = update({ summary: 'Three', categoryId: 1 });
    await expect(late).rejects.toMatchObject({ code: 'conflict', details: { field: 'summary' } });
    await expect(late).rejects.toThrow('Philippa Quill');
    const kept = await admin.client.tickets.get({ id });
    expect(kept).toMatchObject({ summary: 'One' });
    expect(kept.category).toBeUndefined();
  });

  it('Saying what is already so is no conflict.', async () => {
    const { id, revision } = await create();
    await admin.client.tickets.update({ id, revision, changes: { summary: 'Same' } });
    await expect(admin.client.tickets.update({ id, revision, changes: { summary: 'Same' } })).resolves.toBeDefined();
  });

  it('Another priority means other due dates, counted from the opening.', async () => {
    const { priorities } = await admin.client.lookups.get();
    const [urgent, low] = [priorities[0]?.id ?? 0, priorities.at(-1)?.id ?? 0];
    const before = await create({ priorityId: low });
    const { id, revision } = before;
    const after = await admin.client.tickets.update({ id, revision, changes: { priorityId: urgent } });
    expect(Date.parse(after.fixByAt ?? '')).toBeLessThan(Date.parse(before.fixByAt ?? ''));
    const back = await admin.client.tickets.update({ id, revision: after.revision, changes: { priorityId: low } });
    expect(back).toMatchObject({ fixByAt: before.fixByAt, respondByAt: before.respondByAt });
  });

  it('Assigning in an edit is history under the name of the administrator.', async () => {
    const { id, revision } = await create();
    const { agents } = await admin.client.lookups.get();
    const agent = agents.find((each) => !each.disabled && !each.apiOnly && each.teamIds.length > 0);
    const teamId = agent?.teamIds[0] ?? 0;
    const edited = await admin.client.tickets.update({ id, revision, changes: { agentId: agent?.id ?? 0, teamId } });
    expect(edited).toMatchObject({ agent: { id: agent?.id }, team: { id: teamId } });
    const { rows, total } = await admin.client.tickets.conversation({ id, offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(rows[1]).toMatchObject({ kind: 'assignment', private: true, actor: 'Philippa Quill' });
    const nobody = await admin.client.tickets.assign({ id, agentId: null });
    expect(nobody.agent).toBeUndefined();
    expect(nobody.team?.id).toBe(teamId);
  });

  it('An agent is not assigned in a team that is not theirs.', async () => {
    const { id } = await create();
    const { agents, teams } = await admin.client.lookups.get();
    const agent = agents.find((each) => !each.disabled && !each.apiOnly && each.teamIds.length === 1);
    const other = teams.find((team) => !agent?.teamIds.includes(team.id));
    const asked = admin.client.tickets.assign({ id, agentId: agent?.id ?? 0, teamId: other?.id ?? 0 });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_arguments' });
  });

  it('Fields of the type are filled, checked and cleared; others are refused.', async () => {
    const typeId = sql<number>(`SELECT tf.type_id FROM desk_ticket_type_field tf JOIN desk_field f ON f.id = tf.field_id
      JOIN desk_ticket_type y ON y.id = tf.type_id WHERE f.kind = 'date' AND tf.required = 0 AND y.agents_can_log = 1
      AND y.inactive = 0 LIMIT 1`);
    const made = await create({ typeId });
    const field = made.fields.find(({ kind, required }) => kind === 'date' && !required);
    const fill = async (value: string, fieldId = field?.id ?? 0) => {
      const { revision } = await admin.client.tickets.get({ id: made.id });
      return admin.client.tickets.update({ id: made.id, revision, changes: { fields: [{ id: fieldId, value }] } });
    };
    const valueOf = ({ fields }: typeof made) => fields.find(({ id }) => id === field?.id)?.value;
    expect(valueOf(await fill('2026-03-02'))).toBe('2026-03-02');
    await expect(fill('2026-02-30')).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(fill('x', 999_999)).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect(valueOf(await fill(''))).toBe('');
  });

  it('A ticket is worked on to its end and reopened, each step an entry of its history.', async () => {
    const { id } = await create();
    const { statuses } = await admin.client.lookups.get();
    const open = statuses.filter(({ kind }) => kind === 'open');
    await admin.client.tickets.addNote({ id, note: 'Seen.', private: true });
    await admin.client.tickets.changeStatus({ id, statusId: open[1]?.id ?? 0, note: 'On it.' });
    const { seconds } = await admin.client.tickets.logTime({ id, hours: 0.5, note: 'Looked.' });
    expect(seconds).toBe(1800);
    expect(await admin.client.tickets.close({ id, note: 'Done.' })).toMatchObject({ status: { kind: 'closed' } });
    await expect(admin.client.tickets.close({ id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await admin.client.tickets.reopen({ id, note: 'Not done.' })).toMatchObject({ status: { kind: 'open' } });
    const { rows } = await admin.client.tickets.conversation({ id, offset: 1, limit: 200 });
    expect(rows.map(({ kind }) => kind)).toEqual(['note', 'status', 'time', 'closure', 'reopening']);
  });

  it('What is not there is not found, and nothing is written for it.', async () => {
    const before = sql('SELECT count(*) FROM trace_change_set');
    const id = 999_999_999;
    const { tickets } = admin.client;
    const real = 1500;
    const { revision } = await tickets.get({ id: real });
    for (const asked of [
      tickets.get({ id }),
      tickets.conversation({ id, offset: 0, limit: 1 }),
      tickets.update({ id, revision: 0, changes: { summary: 'x' } }),
      tickets.addNote({ id, note: 'x', private: true }),
      tickets.close({ id }),
      tickets.assign({ id, agentId: 1 }),
      tickets.logTime({ id, hours: 1, note: 'x' }),
      tickets.changeStatus({ id: real, statusId: id }),
      tickets.assign({ id: real, agentId: id }),
      tickets.assign({ id: real, agentId: null, teamId: id }),
      tickets.update({ id: real, revision, changes: { priorityId: id } }),
      tickets.update({ id: real, revision, changes: { userId: id } }),
      create({ typeId: id }),
      create({ userId: id }),
      create({ priorityId: id }),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(sql('SELECT count(*) FROM trace_change_set')).toBe(before);
  });

  it.each([
    { summary: '' },
    { summary: 'two\nlines' },
    { summary: 'x'.repeat(256) },
    { status: 1 },
    { agentId: -1 },
    { fields: [{ id: 1 }] },
  ])('A ticket is not changed to %j.', async (changes) => {
    const asked = admin.client.tickets.update({ id: 1500, revision: 0, changes: changes as object });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_arguments' });
  });
});

describe('the actions of a ticket at its page', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const create = async (typeName = 'Incident') => {
    const { types } = await admin.client.lookups.get();
    const typeId = types.find(({ name }) => name === typeName)?.id ?? 0;
    return admin.client.tickets.create({ userId: 30, typeId, summary: 'The lamp is out', details: 'Since Monday.' });
  };
  const outcomesOf = (id: number) => admin.client.tickets.outcomes({ id });
  const find = async (id: number, name: string) => {
    const { outcomes } = await outcomesOf(id);
    const outcome = outcomes.find((each) => each.name === name);
    if (outcome === undefined) throw new Error(`${name} is not among ${outcomes.map((each) => each.name).join(', ')}.`);
    return outcome;
  };

  it('They are told with what they lead to and ask for, and using one answers with the ticket.', async () => {
    const { id } = await create();
    expect((await outcomesOf(id)).step).toMatchObject({ name: 'New' });
    const take = await find(id, 'Take it');
    expect(take).toMatchObject({ quick: true, newStatus: 'In progress', toStep: { name: 'In progress' }, fields: [] });
    const taken = await admin.client.tickets.useOutcome({ id, outcomeId: take.id });
    expect(taken).toMatchObject({ status: { name: 'In progress' }, agent: { name: 'Philippa Quill' } });

    const resolve = await find(id, 'Resolve');
    const [code] = resolve.fields;
    expect(resolve).toMatchObject({ quick: false, noteRequired: true });
    expect(code).toMatchObject({ name: 'resolution_code', kind: 'choice', required: true, value: '' });
    const use = (more: object) => admin.client.tickets.useOutcome({ id, outcomeId: resolve.id, ...more });
    await expect(use({ note: 'Bulb changed.' })).rejects.toMatchObject({ code: 'invalid_arguments' });
    const fields = [{ id: code?.id ?? 0, value: 'Fixed' }];
    const resolved = await use({ note: 'Bulb changed.', fields });
    expect(resolved).toMatchObject({ status: { name: 'Resolved' } });
    expect(resolved.fields.find(({ label }) => label === code?.label)).toMatchObject({ value: 'Fixed' });
    expect((await outcomesOf(id)).step).toMatchObject({ name: 'Resolved' });
    const { rows } = await admin.client.tickets.conversation({ id, offset: 1, limit: 10 });
    expect(rows.map(({ outcome, seconds }) => [outcome, seconds])).toEqual([
      ['Take it', 0],
      ['Resolve', 600],
    ]);
  });

  it('Actions for users and those of other steps are refused, and nothing is written.', async () => {
    const { id } = await create();
    const change = await create('Change');
    const { outcomes } = await outcomesOf(id);
    expect(outcomes.map(({ name }) => name)).not.toContain('Cancel my request');
    const other = await find(change.id, 'Request approval');
    const before = (await admin.client.tickets.conversation({ id, offset: 0, limit: 10 })).total;
    const asked = admin.client.tickets.useOutcome({ id, outcomeId: other.id });
    await expect(asked).rejects.toMatchObject({
      code: 'conflict',
      details: { outcomes: expect.any(Array) as unknown },
    });
    expect((await admin.client.tickets.conversation({ id, offset: 0, limit: 10 })).total).toBe(before);
    await expect(outcomesOf(999_999)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('The move to another step is part of the trace of the ticket.', async () => {
    const { id } = await create();
    await admin.client.tickets.useOutcome({ id, outcomeId: (await find(id, 'Take it')).id });
    const { rows } = await admin.client.traces.record({ kind: 'ticket', id, offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ label: 'Take it', actor: 'Philippa Quill' });
    expect(rows[0]?.rows).toContainEqual({ operation: 'insert', label: 'Workflow step', text: 'In progress' });
    expect(rows[0]?.fields.find(({ label }) => label === 'Step')).toMatchObject({
      before: 'New',
      after: 'In progress',
    });
  });
});
