import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../../src-main/domain/principal.ts';
import { agent, articleRow, monday9, smallDesk, type, user } from '../support/small-desk.ts';
import { agentPrincipal, openTestDesk, type TestDesk, userPrincipal } from '../support/test-desk.ts';

const service = {
  category_id: 1,
  summary: 'For work',
  details: '',
  shown_to_users: 1,
  shown_to_agents: 1,
  request_type_id: type.incident,
  request_template_id: null,
  incident_type_id: null,
  cost_minor: 129_950,
  currency: 'EUR',
  delivery_days: 5,
  inactive: 0,
} as const;

const rows = {
  ...smallDesk(),
  desk_service: [
    { ...service, id: 1, name: 'New laptop' },
    { ...service, id: 2, name: 'Laptop disposal', shown_to_users: 0 as const },
  ],
  desk_article: [
    articleRow(1, { title: 'Connect to the VPN' }),
    articleRow(2, { title: 'VPN administration', audience: 'agents' }),
    articleRow(3, { title: 'VPN of old', inactive: 1 }),
  ],
  desk_article_list: [{ id: 1, name: 'Remote work' }],
  desk_article_in_list: [{ id: 1, article_id: 1, list_id: 1 }],
  desk_asset: [
    {
      id: 1,
      tag: 'LT-0001',
      type_id: 1,
      site_id: 1,
      user_id: user.uma,
      status: 'In use',
      manufacturer: 'Acme',
      model: 'Book',
      serial_number: 'S1',
      warranty_ends_at: monday9,
      notes: '',
      inactive: 0 as const,
      created_at: monday9,
    },
  ],
  desk_asset_field: [{ id: 1, asset_id: 1, name: 'Memory', value: '16 GB' }],
};
const ada = agentPrincipal(rows, agent.ada);
const uma = userPrincipal(rows, user.uma);
const application: Principal = { kind: 'service', name: 'Importer', scopes: new Set(['all'] as const) };

let open: TestDesk;
beforeAll(() => {
  open = openTestDesk(rows);
});
afterAll(() => open.close());

test('User info says who the caller is: agent, user or application.', async () => {
  expect(await open.call('get_user_info', ada)).toMatchObject({
    kind: 'agent',
    name: 'Ada Admin',
    teams: ['First Line'],
  });
  expect(await open.call('get_user_info', uma)).toMatchObject({
    kind: 'user',
    email: 'uma@north.example',
    site_name: 'Harbour',
    client_name: 'Northwind',
  });
  expect(await open.call('get_user_info', application)).toMatchObject({
    kind: 'application',
    name: 'Importer',
    id: null,
  });
});

test('Article hits have title, snippet, resolution, link and score; users meet neither inactive nor agents’ articles.', async () => {
  const { articles, record_count } = await open.call('get_knowledge', uma, { search: 'vpn' });
  expect(record_count).toBe(1);
  expect(articles).toMatchObject([
    { id: 1, title: 'Connect to the VPN', resolution: 'Restart 1', link: '/articles/1' },
  ]);
  expect(articles[0]?.['score']).toBeGreaterThan(0);
  expect(articles[0]?.['snippet']).toMatch(/vpn/i);
  expect((await open.call('get_knowledge', ada, { search: 'vpn' })).record_count).toBe(2);
  for (const article_id of [2, 3, 99]) {
    await expect(open.call('get_one_article', uma, { article_id })).rejects.toThrow(
      `There is no article ${article_id}`,
    );
  }
  expect(await open.call('get_one_article', ada, { article_id: 3 })).toMatchObject({ inactive: true });
  expect(await open.call('get_one_article', uma, { article_id: 1 })).toMatchObject({
    tags: ['vpn', 'laptop'],
    lists: ['Remote work'],
    creator_name: 'Ada Admin',
  });
});

test('Service hits say how to request them and what that logs, and empty words list the catalogue.', async () => {
  expect((await open.call('log_service_request', uma, { search: 'laptop' })).services).toMatchObject([
    { name: 'New laptop', link: '/services/1', service_tickettype_name: 'Incident', cost: 1299.5, currency: 'EUR' },
  ]);
  expect((await open.call('log_service_request', ada, { search: '' })).record_count).toBe(2);
});

test('Assets are found by tag and read with their fields.', async () => {
  expect((await open.call('get_assets', ada)).record_count).toBe(1);
  const { assets } = await open.call('get_assets', ada, { search: 'LT-0001' });
  expect(assets).toMatchObject([{ id: 1, inventory_number: 'LT-0001', user_name: 'Uma Own', score: 1 }]);
  expect(await open.call('get_one_asset', ada, { asset_id: 1 })).toMatchObject({
    warranty_end: '2026-03-02T09:00:00.000Z',
    fields: [{ name: 'Memory', value: '16 GB' }],
  });
  await expect(open.call('get_one_asset', ada, { asset_id: 2 })).rejects.toMatchObject({ code: 'not_found' });
});

test('Users, clients and sites are found by name and read in full.', async () => {
  expect((await open.call('get_users', ada, { search: 'uma@north.example' })).users[0]).toMatchObject({ id: user.uma });
  expect((await open.call('get_users', ada, { search: '' })).record_count).toBe(5);
  expect(await open.call('get_one_user', ada, { user_id: user.sita })).toMatchObject({
    sees_tickets: 'site',
    open_ticket_count: 0,
  });
  expect((await open.call('get_clients', ada, { search: 'north' })).clients[0]).toMatchObject({
    name: 'Northwind',
    site_count: 2,
    user_count: 4,
  });
  expect((await open.call('get_one_client', ada, { client_id: 1 })).sites).toHaveLength(2);
  expect((await open.call('get_sites', ada, { search: 'harbour' })).sites[0]).toMatchObject({
    client_name: 'Northwind',
  });
  expect(await open.call('get_one_site', ada, { site_id: 3 })).toMatchObject({ name: 'Valley', address: 'Low 3' });
  for (const [tool, key] of [
    ['get_one_user', 'user_id'],
    ['get_one_client', 'client_id'],
    ['get_one_site', 'site_id'],
  ] as const) {
    await expect(open.call(tool, ada, { [key]: 99 })).rejects.toMatchObject({ code: 'not_found' });
  }
});
