import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CollectionView } from '../../src-shared/api/collections.ts';
import { listExpectedTools } from '../support/offered-tools.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { createPoster } from '../support/post-mcp.ts';
import { type RealClient, realClients } from '../support/real-clients.ts';

const eras = ['the SDK v1 client', 'the SDK v2 client in the 2026-07-28 era'];
const name = 'CF_new_laptop';

let admin: OpenAdmin;
let collection: CollectionView;
let user: { id: number; email: string; name: string; site_id: number };

const all = <Row>(sql: string): Row[] => admin.served.core.database.connection.prepare<[], Row>(sql).all();
const one = (sql: string): Record<string, unknown> => all<Record<string, unknown>>(sql)[0] ?? {};
const streams = () => admin.served.core.presence.list().reduce((sum, { openStreams }) => sum + openStreams, 0);

/** What docs/self-service.md has an administrator do, on the demo desk. */
beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo' });
  const { collections, customTools } = admin.client;
  collection = await collections.create({ name: 'Self service', type: 'user', enabled: true });
  const { templates } = await customTools.choices({ endpoint: collection.id });
  const laptop = templates.find((template) => template.name === 'New laptop');
  await customTools.put({
    endpoint: collection.id,
    tool: {
      ...{ name, title: 'Request a new laptop', use: 'log_ticket', enabled: true },
      instruction: 'Use this when somebody asks for a new laptop. Ask for the cost centre first.',
      settings: { of: 'template', templateId: laptop?.id, parameters: 'fields' },
      parameters: { cost_centre: 'The cost centre that pays, such as CC-120.' },
    },
  });
  [user = user] = all<typeof user>(
    'SELECT id, email, name, site_id FROM desk_user WHERE inactive = 0 AND linked_agent_id IS NULL ORDER BY id LIMIT 1',
  );
}, 60_000);
afterAll(() => admin.close());

describe.each(eras)('%s on the collection "Self service"', (era) => {
  let client: RealClient;
  beforeAll(async () => {
    client = await realClients[era]!(collection.alias ?? '', admin.served.createKey({ as: user.email }));
    await client.listTools();
  });
  afterAll(() => client.close());

  test('is listed every tool for users, and the one for laptops', async () => {
    const expected = listExpectedTools(
      { kind: 'user', scopes: ['all'] },
      { type: 'user', mode: 'strict', profile: 'latest', includeAllSystemTools: true, tools: [] },
    );
    expect((await client.listTools()).sort()).toEqual([name, ...(expected ?? [])].sort());
  });

  test('logs a ticket from the template with the fields of its type, marked as made by AI, in one call', async () => {
    const made = await client.call(name, { cost_centre: 'CC-120', quantity: 2, summary: 'New laptop for the studio' });
    expect(made).toMatchObject({
      ...{ tickettype_name: 'Purchase Request', summary: 'New laptop for the studio', user_name: user.name },
      ...{ priority_name: 'Low', team_name: 'Service Desk', agent_name: null },
    });
    const id = Number(made['id']);
    expect(one(`SELECT * FROM desk_ticket WHERE id = ${id}`)).toMatchObject({
      ...{ user_id: user.id, site_id: user.site_id, source: 'mcp', virtual_agent_id: collection.id },
    });
    expect(
      one(`SELECT c.name FROM desk_ticket t JOIN desk_category c ON c.id = t.category_id WHERE t.id = ${id}`),
    ).toEqual({ name: 'Procurement > Hardware' });
    expect(
      all(`SELECT f.name, v.value FROM desk_ticket_field v JOIN desk_field f ON f.id = v.field_id
        WHERE v.ticket_id = ${id} ORDER BY f.name`),
    ).toEqual([
      { name: 'cost_centre', value: 'CC-120' },
      { name: 'quantity', value: '2' },
    ]);
    expect(all(`SELECT kind, actor, user_id, virtual_agent_id FROM desk_action WHERE ticket_id = ${id}`)).toEqual([
      { kind: 'logged', actor: user.name, user_id: user.id, virtual_agent_id: collection.id },
    ]);

    // From the ticket's badge to the call, and from the call to the rows.
    const ticket = await admin.client.tickets.get({ id });
    expect(ticket.madeByAi).toMatchObject({ endpointId: collection.id, endpointName: 'Self service' });
    const call = await admin.client.activity.get({ id: ticket.madeByAi?.callId ?? 0 });
    expect(call).toMatchObject({
      ...{ tool: name, endpointName: 'Self service', effect: 'write' },
      ...{ arguments: { cost_centre: 'CC-120', quantity: 2 }, who: { name: user.name } },
    });
    expect(call.changes?.map(({ table }) => table)).toEqual(expect.arrayContaining(['desk_ticket', 'desk_action']));
    expect(await client.call('get_one_ticket', { ticket_id: id })).toMatchObject({ summary: made['summary'] });
  });

  test('is told what is missing, and logs nothing then', async () => {
    const count = () => one('SELECT count(*) AS n FROM desk_ticket');
    const before = count();
    const refused = await client.call(name, { quantity: 1 });
    expect(refused).toMatchObject({ error: { code: 'invalid_arguments' } });
    expect(JSON.stringify(refused)).toContain('cost_centre');
    expect(count()).toEqual(before);
  });

  test('hears at once that the tool is gone with its template’s type, and that it is back', async () => {
    const turn = (inactive: 0 | 1) => {
      const { database } = admin.served.core;
      database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
        database.connection.exec(`UPDATE desk_ticket_type SET inactive = ${inactive} WHERE name = 'Purchase Request'`),
      );
    };
    await expect.poll(streams).toBe(1);
    let told = client.nextListChange?.();
    turn(1);
    await told;
    expect(await client.listTools()).not.toContain(name);
    await expect(client.call(name, { cost_centre: 'CC-120' })).rejects.toThrow(`Unknown tool: ${name}`);
    told = client.nextListChange?.();
    turn(0);
    await told;
    expect(await client.listTools()).toContain(name);
    // An edit of a ticket is no change of tools.
    const heard = client.countListChanges?.();
    await admin.client.tickets.addNote({ id: 1001, note: 'Nothing to do with tools.', private: true });
    await client.listTools();
    expect(client.countListChanges?.()).toBe(heard);
  });
});

test('the tool is on no other endpoint', async () => {
  const standard = createPoster(admin.served.endpoint, admin.served.createKey({ as: user.email }));
  expect((await standard.listTools()).map((tool) => tool.name)).not.toContain(name);
});
