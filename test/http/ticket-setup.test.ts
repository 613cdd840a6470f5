import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarSorts, slaSorts } from '../../src-shared/api/slas.ts';
import { categorySorts, prioritySorts, statusSorts } from '../../src-shared/api/statuses.ts';
import { customFieldSorts } from '../../src-shared/api/custom-fields.ts';
import { templateSorts } from '../../src-shared/api/templates.ts';
import { ticketTypeSorts } from '../../src-shared/api/ticket-types.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { type RealClient, realClients } from '../support/real-clients.ts';

const lists = {
  ticketTypes: ticketTypeSorts,
  statuses: statusSorts,
  priorities: prioritySorts,
  categories: categorySorts,
  slas: slaSorts,
  calendars: calendarSorts,
  templates: templateSorts,
  customFields: customFieldSorts,
} as const;
type Name = keyof typeof lists;
type AnyList = (input: object) => Promise<{ rows: { id: number; name: string; tickets?: number }[]; total: number }>;

let admin: OpenAdmin;
let mcp: RealClient | undefined;
beforeAll(async () => {
  admin = await openAdmin();
  mcp = await realClients['the SDK v2 client in the 2026-07-28 era']?.(admin.served.endpoint, admin.served.createKey());
}, 60_000);
afterAll(async () => {
  await mcp?.close();
  await admin.close();
});

const page = { descending: false, offset: 0, limit: 200 } as const;
const listOf = (name: Name) => admin.client[name].list as unknown as AnyList;
const sql = <T>(text: string, ...values: unknown[]): T[] =>
  admin.served.core.database.connection
    .prepare<unknown[]>(text)
    .pluck()
    .all(...values) as T[];

async function findByName(name: Name, wanted: string): Promise<number> {
  const { rows } = await listOf(name)({ ...page, sort: 'id' });
  const found = rows.find((row) => row.name === wanted);
  if (found === undefined) throw new Error(`There is no ${wanted} among ${name}.`);
  return found.id;
}

/** A type that works like the default one. */
async function createType(name: string, more: object = {}) {
  const like = await admin.client.ticketTypes.get({ id: 1 });
  return admin.client.ticketTypes.create({
    name,
    kind: 'request',
    slaId: like.sla.id,
    defaultPriorityId: like.defaultPriority.id,
    initialStatusId: like.initialStatus.id,
    closedStatusId: like.closedStatus.id,
    ...more,
  });
}

async function logTicket(type: string) {
  const email = sql<string>('SELECT email FROM desk_user WHERE inactive = 0 LIMIT 1')[0];
  const input = { summary: 'From a test', description: 'x', user_email: email, ticket_type: type };
  const answer = await mcp?.call('create_ticket', input);
  if (answer === undefined) throw new Error('The client is not connected.');
  return answer;
}

describe('the lists of what tickets are set up with', () => {
  it.each(Object.keys(lists) as Name[])('Every row of %s is listed once, whatever the sort.', async (name) => {
    for (const sort of lists[name]) {
      for (const descending of [true, false]) {
        const { rows, total } = await listOf(name)({ ...page, sort, descending });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
      }
    }
    const hostile = await listOf(name)({ ...page, sort: 'id', search: "' OR 1=1 --" });
    expect(hostile.rows).toEqual([]);
  });

  it('Types, statuses, priorities and categories each count every ticket that has one of them.', async () => {
    const [all, categorised] = sql<number>(
      'SELECT count(*) FROM desk_ticket UNION ALL SELECT count(category_id) FROM desk_ticket',
    );
    for (const name of ['ticketTypes', 'statuses', 'priorities', 'categories'] as const) {
      const { rows } = await listOf(name)({ ...page, sort: 'id' });
      const sum = rows.reduce((before, { tickets = 0 }) => before + tickets, 0);
      expect([name, sum]).toEqual([name, name === 'categories' ? categorised : all]);
    }
  });
});

describe('ticket types', () => {
  it('A new type can be logged by a tool at once, with the due dates of its SLA, and is gone once inactive.', async () => {
    const { calendars, slas, ticketTypes, customFields } = admin.client;
    const day: [string, string][] = [['00:00', '24:00']];
    const hours = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
    const calendar = await calendars.create({ name: 'Always', zone: 'UTC', hours, holidays: [] });
    const priorityId = (await ticketTypes.get({ id: 1 })).defaultPriority.id;
    const target = { priorityId, respondSeconds: 1800, fixSeconds: 7200 };
    const sla = await slas.create({ name: 'Fast', calendarId: calendar.id, targets: [target] });
    const field = await customFields.create({ name: 'badge', label: 'Badge number', kind: 'number' });
    const fields = [{ id: field.id, required: true }];
    const type = await createType('Lost badge', { slaId: sla.id, fields });
    expect(type).toMatchObject({ sla: { name: 'Fast' }, fields: [{ name: 'Badge number', required: true }] });

    const logged = await logTicket('lost BADGE');
    expect(logged).toMatchObject({ tickettype_name: 'Lost badge' });
    const id = Number(logged['id']);
    const ticket = await admin.client.tickets.get({ id });
    const due = (at: string | undefined) => (Date.parse(at ?? '') - Date.parse(ticket.openedAt)) / 1000;
    expect([due(ticket.respondByAt), due(ticket.fixByAt)]).toEqual([1800, 7200]);
    expect(ticket.fields).toMatchObject([{ label: 'Badge number', required: true, value: '' }]);

    const changed = { ...target, respondSeconds: 60, fixSeconds: 120 };
    await slas.update({ id: sla.id, revision: sla.revision, changes: { targets: [changed] } });
    expect(await admin.client.tickets.get({ id })).toMatchObject({ fixByAt: ticket.fixByAt });

    await ticketTypes.update({ id: type.id, revision: type.revision, changes: { inactive: true } });
    const { error } = (await logTicket('Lost badge')) as { error?: { message: string } };
    expect(error?.message).toMatch(/^You cannot log a ticket of the type "Lost badge". Choose one of: Incident/);
    expect(error?.message.match(/Lost badge/g)).toHaveLength(1);
    expect(await admin.client.tickets.get({ id })).toMatchObject({ type: { name: 'Lost badge' } });
  });

  it('There is one default type, active and open to agents, and another takes its place.', async () => {
    const { ticketTypes } = admin.client;
    const first = await ticketTypes.get({ id: 1 });
    for (const changes of [{ isDefault: false }, { inactive: true }, { agentsCanLog: false }]) {
      await expect(ticketTypes.update({ id: 1, revision: first.revision, changes })).rejects.toMatchObject({
        code: 'invalid_arguments',
        details: { field: Object.keys(changes)[0] },
      });
    }
    await expect(createType('Both', { isDefault: true, inactive: true })).rejects.toThrow(/default type cannot be/);
    const other = await createType('New default', { isDefault: true });
    expect(sql('SELECT id FROM desk_ticket_type WHERE is_default = 1')).toEqual([other.id]);
    await expect(admin.client.ticketSetup.remove({ kind: 'ticket_type', id: other.id })).rejects.toThrow(
      /default type/,
    );
    // That it is no longer the default is no conflict for whoever changes something else of it.
    const { revision } = await ticketTypes.update({ id: 1, revision: first.revision, changes: { usersCanLog: true } });
    await ticketTypes.update({ id: 1, revision, changes: { isDefault: true } });
    expect(sql('SELECT id FROM desk_ticket_type WHERE is_default = 1')).toEqual([1]);
  });

  it('Statuses fit their place, fields are there once, and a team that is inactive takes no tickets.', async () => {
    const { ticketTypes, teams } = admin.client;
    const { initialStatus, closedStatus, revision } = await ticketTypes.get({ id: 2 });
    const team = await teams.create({ name: 'Gone team', inactive: true });
    for (const changes of [
      { initialStatusId: closedStatus.id },
      { closedStatusId: initialStatus.id },
      { reopenStatusId: closedStatus.id },
      { defaultTeamId: team.id },
      { fields: [1, 1].map((id) => ({ id, required: false })) },
    ]) {
      await expect(ticketTypes.update({ id: 2, revision, changes })).rejects.toMatchObject({
        code: 'invalid_arguments',
      });
    }
    await expect(
      ticketTypes.update({ id: 2, revision, changes: { fields: [{ id: 9999, required: true }] } }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect((await ticketTypes.get({ id: 2 })).revision).toBe((await teams.get({ id: team.id })).revision);
  });

  it('Fields and allowed actions are changed as a whole, in their order, and a late change is told.', async () => {
    const { ticketTypes } = admin.client;
    const type = await createType('Ordered', { fields: [1, 2, 3].map((id) => ({ id, required: false })) });
    const { id, revision } = type;
    const wanted = [3, 1].map((field) => ({ id: field, required: field === 1 }));
    const outcomeId = sql<number>('SELECT id FROM desk_outcome ORDER BY id LIMIT 1')[0] ?? 0;
    const changes = { fields: wanted, allowsAllOutcomes: false, outcomeIds: [outcomeId] };
    const changed = await ticketTypes.update({ id, revision, changes });
    expect(changed.fields.map((field) => [field.id, field.required])).toEqual([
      [3, false],
      [1, true],
    ]);
    expect(changed.outcomes.map((outcome) => outcome.id)).toEqual([outcomeId]);
    await expect(ticketTypes.update({ id, revision, changes: { fields: [] } })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { rows } = await admin.client.traces.record({ kind: 'ticket_type', id, offset: 0, limit: 1 });
    expect(rows[0]?.fields).toMatchObject([{ label: 'Allows all actions', before: 'Yes', after: 'No' }]);
    expect(rows[0]?.rows.map(({ operation, label }) => `${operation} ${label}`).sort()).toEqual([
      'delete Field',
      'insert Allowed action',
      'update Field',
      'update Field',
    ]);
  });
});

describe('what is in use', () => {
  it('is not deleted, and the refusal counts what uses it.', async () => {
    const { ticketSetup } = admin.client;
    const template = await admin.client.templates.create({ name: 'Standard', typeId: 1, summary: 'Standard' });
    const tickets = sql<number>('SELECT count(*) FROM desk_ticket WHERE type_id = 1')[0] ?? 0;
    const uses = await ticketSetup.uses({ kind: 'ticket_type', id: 1 });
    expect(uses).toContainEqual({ what: 'tickets', count: tickets });
    expect(uses).toContainEqual({ what: 'template', count: 1 });
    await ticketSetup.remove({ kind: 'template', id: template.id });
    await expect(admin.client.templates.get({ id: template.id })).rejects.toMatchObject({ code: 'not_found' });
    for (const [kind, id, words] of [
      ['ticket_type', 2, /is used by [\d,]+ tickets.*Make it inactive instead/],
      ['status', 9, /entries in the history of tickets.*Give them another status/],
      ['priority', 1, /is used by [\d,]+ tickets/],
      ['sla', 1, /is used by \d+ ticket types/],
      ['calendar', 1, /is used by \d+ SLAs/],
      ['field', 1, /is used by .*ticket type/],
      ['category', 1, /is used by [\d,]+ tickets/],
    ] as const) {
      await expect(ticketSetup.remove({ kind, id })).rejects.toThrow(words);
    }
  });

  it('is deleted with what belongs to it once nothing uses it, and the ledger tells of it.', async () => {
    const { ticketSetup, priorities, slas } = admin.client;
    const { id } = await priorities.create({ name: 'Someday' });
    const sla = await slas.get({ id: 1 });
    const targets = sla.targets.map(({ priority, ...target }) => ({ ...target, priorityId: priority.id }));
    const more = { priorityId: id, respondSeconds: 3600, fixSeconds: 3600 };
    const { revision } = await slas.update({ id: 1, revision: sla.revision, changes: { targets: [...targets, more] } });
    expect(await ticketSetup.uses({ kind: 'priority', id })).toEqual([]);
    await ticketSetup.remove({ kind: 'priority', id });
    expect((await slas.get({ id: 1 })).targets).toEqual(sla.targets);
    expect(sql('SELECT operation FROM trace_change WHERE table_name = ? AND row_id = ?', 'desk_priority', id)).toEqual([
      'insert',
      'delete',
    ]);
    // The targets changed with it.
    await expect(slas.update({ id: 1, revision, changes: { targets } })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('stays open or closed as it is: a status of tickets or types cannot become the other kind.', async () => {
    const { statuses } = admin.client;
    const closed = await findByName('statuses', 'Closed');
    const { revision } = await statuses.get({ id: closed });
    await expect(statuses.update({ id: closed, revision, changes: { kind: 'open' } })).rejects.toThrow(
      /^Closed cannot become open: it is the status of [\d,]+ tickets/,
    );
    expect(await statuses.get({ id: closed })).toMatchObject({ kind: 'closed' });
    const fresh = await statuses.create({ name: 'Parked', kind: 'open', holdsSla: true });
    const parked = { id: fresh.id, revision: fresh.revision };
    await expect(statuses.update({ ...parked, changes: { kind: 'closed' } })).rejects.toThrow(/hold no clock/);
    expect(await statuses.update({ ...parked, changes: { kind: 'closed', holdsSla: false } })).toMatchObject({
      kind: 'closed',
      tickets: 0,
    });
    await expect(statuses.create({ name: 'PARKED', kind: 'open' })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('custom tools', () => {
  it('Clients hear when a type that a tool logs changes, and such a type is not deleted.', async () => {
    const type = await createType('Parking space');
    const tool = { title: 'Log', instruction: 'Logs a ticket.', use: 'log_ticket', parameters: {}, enabled: true };
    const settings = { of: 'type', typeId: type.id, parameters: 'summary' };
    admin.served.configure({ customTools: [{ ...tool, name: 'CF_parking', settings }] });
    const key = admin.served.createKey();
    const watching = await realClients['the SDK v1 client']?.(admin.served.endpoint, key);
    if (watching?.nextListChange === undefined) throw new Error('The client keeps no connection.');
    expect(await watching.listTools()).toContain('CF_parking');
    await expect(admin.client.ticketSetup.remove({ kind: 'ticket_type', id: type.id })).rejects.toThrow(
      /^Parking space is used by 1 custom tool\./,
    );
    const told = watching.nextListChange();
    await admin.client.ticketTypes.update({ id: type.id, revision: type.revision, changes: { inactive: true } });
    await told;
    expect(await watching.listTools()).not.toContain('CF_parking');
    admin.served.configure({ customTools: [] });
    await watching.close();
    expect(await admin.client.ticketSetup.remove({ kind: 'ticket_type', id: type.id })).toEqual({ id: type.id });
  });
});

describe('custom fields', () => {
  it('Whoever logs a ticket here fills in what its type requires.', async () => {
    const { customFields, tickets } = admin.client;
    const field = await customFields.create({ name: 'seat', label: 'Seat', kind: 'number' });
    const type = await createType('Move seats', { fields: [{ id: field.id, required: true }] });
    const ticket = { userId: 1, typeId: type.id, summary: 'Move', details: '' };
    await expect(tickets.create({ ...ticket, fields: [] })).rejects.toThrow(/^Seat: tickets of this type must have/);
    const logged = await tickets.create({ ...ticket, fields: [{ id: field.id, value: '12' }] });
    expect(logged.fields).toMatchObject([{ label: 'Seat', value: '12' }]);
  });

  it('A field that tickets have a value in keeps its kind, and they keep a choice that is taken away.', async () => {
    const { customFields, tickets } = admin.client;
    const field = await customFields.create({ name: 'floor', label: 'Floor', kind: 'choice', choices: ['1', '2'] });
    const type = await createType('On a floor', { fields: [{ id: field.id, required: false }] });
    const { id } = await logTicket(type.name);
    const ticketId = Number(id);
    const fill = async (value: string) => {
      const { revision } = await tickets.get({ id: ticketId });
      return tickets.update({ id: ticketId, revision, changes: { fields: [{ id: field.id, value }] } });
    };
    await fill('2');
    const { revision } = await customFields.get({ id: field.id });
    const change = (changes: object) => customFields.update({ id: field.id, revision, changes });
    await expect(change({ kind: 'text', choices: [] })).rejects.toThrow(
      /^The kind of Floor cannot change: 1 ticket has/,
    );
    expect(await change({ choices: ['1', '3'] })).toMatchObject({ choices: ['1', '3'], kind: 'choice', filled: true });
    const kept = await tickets.get({ id: ticketId });
    expect(kept.fields).toMatchObject([{ value: '2' }]);
    await tickets.update({
      id: ticketId,
      revision: kept.revision,
      changes: { fields: [{ id: field.id, value: '2' }] },
    });
    await fill('3');
    await expect(fill('2')).rejects.toThrow(/must be one of: 1, 3/);
  });

  it('Choices belong to a choice, at least one of them and each once.', async () => {
    const { customFields } = admin.client;
    const make = (more: object) => customFields.create({ name: 'colour', label: 'Colour', kind: 'choice', ...more });
    await expect(make({})).rejects.toThrow(/at least one choice/);
    await expect(make({ choices: ['Red', 'red'] })).rejects.toThrow(/"red" is there twice/);
    await expect(make({ kind: 'text', choices: ['Red'] })).rejects.toThrow(/Only a field of the kind choice/);
    expect(sql('SELECT id FROM desk_field WHERE name = ?', 'colour')).toEqual([]);
  });
});

describe('the order', () => {
  it('of types is what the lists show, and an order that misses one is refused.', async () => {
    const { ticketSetup, lookups } = admin.client;
    const ids = (await lookups.get()).types.map(({ id }) => id);
    const wanted = [...ids].reverse();
    await ticketSetup.order({ kind: 'ticket_type', ids: wanted });
    expect((await lookups.get()).types.map(({ id }) => id)).toEqual(wanted);
    await expect(ticketSetup.order({ kind: 'ticket_type', ids: wanted.slice(1) })).rejects.toMatchObject({
      code: 'conflict',
    });
    await ticketSetup.order({ kind: 'ticket_type', ids });
  });
});
