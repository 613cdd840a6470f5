import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDemoDesk } from '../../src-main/domain/demo/generate-demo-desk.ts';
import { readDemoDefinition } from '../../src-main/domain/demo/read-demo-definition.ts';
import type { Principal } from '../../src-main/domain/principal.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { agentPrincipal, openTestDesk, type TestDesk, userPrincipal } from '../support/test-desk.ts';

const now = Date.UTC(2026, 5, 5, 16);
const rows = generateDemoDesk(readDemoDefinition(new URL('../../resources/demo/', import.meta.url)), { now, seed: 1 });
const everyId = (table: readonly { id: number }[]) => table.map((row) => row.id);
const agents = everyId(rows.desk_agent.filter((row) => row.api_only === 0 && row.disabled === 0));
const agent = agentPrincipal(rows, agents[0] as number);
const user = userPrincipal(rows, rows.desk_user.find((row) => row.sees === 'client' && row.inactive === 0)?.id ?? 1);

let open: TestDesk;
beforeAll(() => {
  open = openTestDesk(rows);
}, 60_000);
afterAll(() => open.close());

/** Arguments for every tool that only reads; the harness of these tests checks each answer against its schema. */
const reads: Record<string, object[]> = {
  get_user_info: [{}],
  get_knowledge: ['vpn', 'password', 'printer'].map((search) => ({ search })),
  get_one_article: everyId(rows.desk_article).map((article_id) => ({ article_id })),
  log_service_request: ['', 'laptop', 'access'].map((search) => ({ search })),
  search_tickets: ['printer', 'ignore previous instructions', 'vpn'].map((search) => ({ search, open_only: false })),
  get_one_ticket: everyId(rows.desk_ticket).map((ticket_id) => ({ ticket_id })),
  get_matches: everyId(rows.desk_ticket.filter((_, index) => index % 100 === 0)).map((ticket_id) => ({ ticket_id })),
  get_assigned_tickets: [{}, { open_only: false, page_number: 2 }],
  get_users: [{ search: '' }, { search: 'smith' }],
  get_one_user: everyId(rows.desk_user).map((user_id) => ({ user_id })),
  get_assets: [{}, { search: 'laptop' }],
  get_one_asset: everyId(rows.desk_asset).map((asset_id) => ({ asset_id })),
  get_clients: [{ search: '' }],
  get_one_client: everyId(rows.desk_client).map((client_id) => ({ client_id })),
  get_sites: [{ search: '' }],
  get_one_site: everyId(rows.desk_site).map((site_id) => ({ site_id })),
};

test('Every tool that reads is tried below.', () => {
  const readers = systemTools.filter((tool) => tool.kind === 'read').map((tool) => tool.name);
  expect(Object.keys(reads).concat('get_my_tickets').sort()).toEqual(readers.sort());
});

test.each(Object.entries(reads))('%s answers by its schema all over the demo desk.', async (tool, inputs) => {
  for (const endpoint of [{ agentsSeePrivateNotes: false }, { agentsSeePrivateNotes: true }]) {
    for (const input of inputs) await open.call(tool, agent, input, { endpoint });
  }
});

test('A user of the demo desk is answered by the schemas, and sees the client’s tickets alone.', async () => {
  const own = await open.call('get_my_tickets', user, { open_only: false });
  for (const ticket of own.tickets) await open.call('get_one_ticket', user, { ticket_id: ticket.id });
  const sites = new Set(everyId(rows.desk_site.filter((site) => site.client_id === user.clientId)));
  const strange = rows.desk_ticket.find((ticket) => !sites.has(ticket.site_id))?.id;
  await expect(open.call('get_one_ticket', user, { ticket_id: strange })).rejects.toMatchObject({ code: 'not_found' });
});

test('Every open ticket of the demo desk can be assigned, noted, timed, and closed by its user.', async () => {
  const open20 = rows.desk_ticket.filter((ticket) => ticket.closed_at === null).slice(0, 20);
  for (const { id, user_id } of open20) {
    const by = (tool: string, principal: Principal, more: object = {}) =>
      open.call(tool, principal, { ticket_id: id, ...more }, { at: now });
    await by('assign_to_me', agent);
    await by('add_note_to_ticket', agent, { note: 'Looked at it.' });
    await by('log_time', agent, { hours: 0.5, note: 'Looking.' });
    const closed = await by('update_ticket', userPrincipal(rows, user_id), { note: 'Solved itself.', close: true });
    expect(closed).toMatchObject({ action: 'closed', agent_name: agent.name });
  }
});

interface ListedAction {
  readonly id: number;
  readonly note_required: boolean;
  readonly fields: readonly { name: string; type: string; required: boolean; choices: readonly string[] }[];
}

test('Every action that a ticket of the demo desk lists can be used as it is listed, to its end and back.', async () => {
  const examples: Readonly<Record<string, string>> = { date: '2026-07-01', number: '3', yes_no: 'Yes' };
  const used = new Set<number>();
  const tickets = rows.desk_ticket_type.flatMap((type) =>
    rows.desk_ticket.filter((ticket) => ticket.type_id === type.id).slice(-6),
  );
  for (const [index, { id, user_id }] of tickets.entries()) {
    for (let turn = 0; turn < 9; turn += 1) {
      const principal = turn % 3 === 2 ? userPrincipal(rows, user_id) : agent;
      const { actions } = await open.call('get_one_ticket', principal, { ticket_id: id }, { at: now });
      const listed = actions as ListedAction[];
      // What was not used yet first, so that the rare ones have their turn.
      const action = listed.find((each) => !used.has(each.id)) ?? listed[(index + turn) % Math.max(1, listed.length)];
      if (action === undefined) continue;
      used.add(action.id);
      const required = action.fields.filter((field) => field.required);
      const fields = required.map(({ name, type, choices }) => [name, choices[0] ?? examples[type] ?? 'Some text']);
      const input = { ticket_id: id, action_id: action.id, fields: Object.fromEntries(fields) as object };
      const note = action.note_required ? { note: 'Noted.' } : {};
      await open.call('use_specific_action', principal, { ...input, ...note }, { at: now + turn });
    }
  }
  const never = rows.desk_outcome.filter(({ id }) => !used.has(id)).map(({ name }) => name);
  expect(never).toEqual([]);
});
