import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  actionRow,
  agent,
  articleRow,
  hour,
  monday9,
  smallDesk,
  status,
  team,
  ticketRow,
  type,
  user,
} from '../support/small-desk.ts';
import { agentPrincipal, openTestDesk, type TestDesk, userPrincipal } from '../support/test-desk.ts';

const rows = {
  ...smallDesk(),
  desk_ticket: [
    ticketRow(1, { summary: 'Ticket: printer on fire', details: '<b>Help</b>' }),
    ticketRow(2, { user_id: user.ulf, agent_id: null, team_id: team.second }),
    ticketRow(3, { status_id: status.closed, closed_at: monday9 }),
    ticketRow(4, { status_id: status.closed, closed_at: monday9, type_id: type.change }),
    ticketRow(5, { user_id: user.eve, site_id: 3, parent_id: 1 }),
  ],
  desk_action: [
    actionRow(1, 1, 1, { kind: 'logged', agent_id: null, user_id: user.uma, actor: 'Uma Own', status_before_id: null }),
    actionRow(2, 1, 2, { private: 1, note: 'Suspect arson' }),
    actionRow(3, 1, 3, { note: 'On our way' }),
  ],
  desk_article: [articleRow(1), articleRow(2, { audience: 'agents' })],
  desk_ticket_article: [
    { id: 1, ticket_id: 1, article_id: 1 },
    { id: 2, ticket_id: 1, article_id: 2 },
  ],
};
const ada = agentPrincipal(rows, agent.ada);
const uma = userPrincipal(rows, user.uma);

let open: TestDesk;
beforeEach(() => {
  open = openTestDesk(rows);
});
afterEach(() => open.close());

test('One ticket comes with its conversation, and private notes only where the endpoint shows them.', async () => {
  const notes = async (principal: typeof ada, agentsSeePrivateNotes: boolean) => {
    const ticket = await open.call(
      'get_one_ticket',
      principal,
      { ticket_id: 1 },
      { endpoint: { agentsSeePrivateNotes } },
    );
    return ticket.conversation.map((entry) => [entry.note, entry.hiddenfromuser]);
  };
  const visible = [
    ['Entry 1', false],
    ['On our way', false],
  ];
  expect(await notes(ada, false)).toEqual(visible);
  expect(await notes(ada, true)).toEqual([visible[0], ['Suspect arson', true], visible[1]]);
  expect(await notes(uma, true)).toEqual(visible);
});

test('A private note leaves no trace in what a user sees of the ticket.', async () => {
  const seen = async () => ({
    ticket: await open.call('get_one_ticket', uma, { ticket_id: 1 }),
    list: await open.call('get_my_tickets', uma, {}),
  });
  const before = await seen();
  await open.call('add_note_to_ticket', ada, { ticket_id: 1, note: 'Call the police' }, { at: monday9 + 9 * hour });
  expect(await seen()).toEqual(before);
  expect(before.ticket.conversation.map((entry) => entry.id)).toEqual([1, 2]);
});

test('One ticket says what Halo says of it, with the text as it was written.', async () => {
  expect(await open.call('get_one_ticket', uma, { ticket_id: 1 })).toMatchObject({
    id: 1,
    summary: 'Ticket: printer on fire',
    details: '<b>Help</b>',
    status_name: 'In Progress',
    tickettype_name: 'Incident',
    client_name: 'Northwind',
    user_email: 'uma@north.example',
    dateoccurred: '2026-03-02T09:00:00.000Z',
    articles: [{ id: 1, title: 'Article 1', link: '/articles/1' }],
    workflow_step: null,
    actions: [],
    suggestions: [],
    conversation_page: 1,
    conversation_pages: 1,
    conversation_total: 2,
  });
});

test('A ticket out of reach is reported exactly like one that is not there, and its number is not told elsewhere.', async () => {
  const refusal = (ticket_id: number, tool: string, more: object = {}) =>
    open.call(tool, uma, { ticket_id, ...more }).catch((error: Error) => error.message.replace(String(ticket_id), 'N'));
  expect(await refusal(2, 'get_one_ticket')).toBe(await refusal(99, 'get_one_ticket'));
  expect(await refusal(2, 'update_ticket', { note: 'x' })).toBe(await refusal(99, 'update_ticket', { note: 'x' }));
  expect((await open.call('get_one_ticket', userPrincipal(rows, user.eve), { ticket_id: 5 })).parent_id).toBeNull();
  expect((await open.call('get_one_ticket', ada, { ticket_id: 5 })).parent_id).toBe(1);
});

test('Reach decides which tickets a search shows; Halo-compatible mode drops an agent’s limits.', async () => {
  const found = async (principal: typeof ada, mode: 'strict' | 'halo-compatible' = 'strict') => {
    const { tickets } = await open.call('search_tickets', principal, { search: 'ticket' }, { endpoint: { mode } });
    return tickets.map((ticket) => ticket.id).sort();
  };
  expect(await found(ada)).toEqual([1, 2, 3, 4, 5]);
  expect(await found(agentPrincipal(rows, agent.tess))).toEqual([2]);
  expect(await found(agentPrincipal(rows, agent.tess), 'halo-compatible')).toEqual([1, 2, 3, 4, 5]);
  expect(await found(uma)).toEqual([1, 3, 4]);
  expect(await found(userPrincipal(rows, user.sita))).toEqual([1, 2, 3, 4]);
  expect(await found(userPrincipal(rows, user.eve))).toEqual([5]);
});

test('Own tickets are listed latest first, closed ones on request, and a page past the end is empty.', async () => {
  const listed = await open.call('get_my_tickets', uma, { open_only: false });
  expect(listed).toMatchObject({
    page_number: 1,
    page_size: 10,
    record_count: 3,
    record_count_is_exact: true,
    pages: 1,
  });
  expect(listed.tickets.map((ticket) => ticket.id)).toEqual([1, 4, 3]);
  expect((await open.call('get_my_tickets', uma)).record_count).toBe(1);
  expect(await open.call('get_assigned_tickets', ada, { page_number: Number.MAX_SAFE_INTEGER })).toMatchObject({
    record_count: 2,
    pages: 1,
    tickets: [],
  });
  expect(await open.call('search_tickets', ada, { search: 'ticket', page_number: 3 })).toMatchObject({
    record_count: 5,
    tickets: [],
  });
});

test('A note is private unless the endpoint says otherwise.', async () => {
  const note = { ticket_id: 1, note: 'Extinguisher ordered' };
  expect(await open.call('add_note_to_ticket', ada, note)).toMatchObject({ action_id: 4, hiddenfromuser: true });
  const endpoint = { noteVisibility: 'public' } as const;
  expect(await open.call('add_note_to_ticket', ada, note, { endpoint })).toMatchObject({
    action_id: 5,
    hiddenfromuser: false,
  });
  expect((await open.call('get_one_ticket', uma, { ticket_id: 1 })).conversation_total).toBe(3);
});

test('An agent logs a ticket for a user: its type fixes status, team, priority and due dates.', async () => {
  const input = { user_email: 'ULF@north.example', summary: 'New', description: 'More', ticket_type: 'change request' };
  const ticket = await open.call('create_ticket', ada, input);
  expect(ticket).toMatchObject({
    id: 6,
    status_name: 'Waiting',
    tickettype_name: 'Change Request',
    team_name: 'Second Line',
    priority_name: 'Normal',
    user_name: 'Ulf Own',
    site_name: 'Harbour',
    agent_name: null,
    fixbydate: '2026-03-02T17:00:00.000Z',
  });
  expect(await open.call('get_one_ticket', ada, { ticket_id: 6 })).toMatchObject({
    source: 'mcp',
    onhold: true,
    respondbydate: '2026-03-02T10:00:00.000Z',
    responsedate: null,
    conversation: [
      { id: 1, outcome: 'Logged', who: 'Ada Admin', who_type: 'agent', note: 'More', new_status_name: 'Waiting' },
    ],
  });
});

test('A user logs a ticket of the default type for themselves, and only of types that users may log.', async () => {
  const input = { summary: 'New', description: 'More' };
  expect(await open.call('create_ticket', uma, input)).toMatchObject({
    tickettype_name: 'Incident',
    user_name: 'Uma Own',
  });
  await expect(open.call('create_ticket', uma, { ...input, ticket_type: 'Change Request' })).rejects.toMatchObject({
    code: 'invalid_arguments',
    message: 'You cannot log a ticket of the type "Change Request". Choose one of: Incident.',
  });
  await expect(open.call('create_ticket', uma, { ...input, user_email: 'ulf@north.example' })).rejects.toThrow();
});

test('A ticket is logged for known, active users only, and a long summary is refused, not cut.', async () => {
  const log = (more: object) =>
    open.call('create_ticket', ada, { user_email: 'uma@north.example', summary: 's', description: 'd', ...more });
  await expect(log({ user_email: 'nobody@x.example' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(log({ user_email: 'gone@north.example' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(log({ summary: 'x'.repeat(71) })).rejects.toThrow('Longer than 70 characters');
  expect((await log({ summary: 'x'.repeat(70) })).summary).toHaveLength(70);
});

test('A user’s update replies, closes or reopens.', async () => {
  const update = (ticket_id: number, more: object = {}) =>
    open.call('update_ticket', uma, { ticket_id, note: 'x', ...more });
  expect(await update(1)).toMatchObject({ action: 'replied', status_name: 'In Progress' });
  expect(await update(1, { close: true })).toMatchObject({ action: 'closed', status_name: 'Closed' });
  expect(await update(3)).toMatchObject({ action: 'reopened', status_name: 'In Progress', dateclosed: null });
  await expect(update(4)).rejects.toMatchObject({ code: 'conflict' });
  await expect(update(4, { close: true })).rejects.toMatchObject({ code: 'conflict' });
});

test('Assigning to oneself moves the ticket to a team of one’s own, and a second time changes nothing.', async () => {
  const tess = agentPrincipal(rows, agent.tess);
  const take = () => open.call('assign_to_me', tess, { ticket_id: 1 }, { endpoint: { mode: 'halo-compatible' } });
  expect(await take()).toMatchObject({ changed: true, agent_name: 'Tess Team', team_name: 'Second Line' });
  const changes = () => open.database.connection.prepare('SELECT count(*) AS n FROM trace_change').get();
  const before = changes();
  expect(await take()).toMatchObject({ changed: false, agent_name: 'Tess Team' });
  expect(changes()).toEqual(before);
  expect(await open.call('get_one_ticket', ada, { ticket_id: 1 })).toMatchObject({ responsedate: null });
});

test.each([agent.robot, agent.gone])('Agent %i, API-only or disabled, is not assigned tickets.', async (id) => {
  const taking = open.call('assign_to_me', agentPrincipal(rows, id), { ticket_id: 1 });
  await expect(taking).rejects.toMatchObject({ code: 'not_allowed' });
});

test('Logged time goes to the timesheet, and with a ticket into its history as a private action.', async () => {
  const at = monday9 + 2 * hour;
  const entry = { hours: 1.25, note: 'Sweeping', ticket_id: 1 };
  expect(await open.call('log_time', ada, entry, { at })).toMatchObject({
    ticket_id: 1,
    seconds: 4500,
    start_date: '2026-03-02T09:45:00.000Z',
    end_date: '2026-03-02T11:00:00.000Z',
  });
  expect(await open.call('log_time', ada, { hours: 24, note: 'x' })).toMatchObject({
    ticket_id: null,
    seconds: 86_400,
  });
  const select =
    'SELECT t.seconds, t.action_id, a.private FROM desk_time_entry t LEFT JOIN desk_action a ON a.id = t.action_id';
  expect(open.database.connection.prepare(select).all()).toEqual([
    { seconds: 4500, action_id: 4, private: 1 },
    { seconds: 86_400, action_id: null, private: null },
  ]);
  for (const hours of [0, -1, 24.01, 0.0001, Number.NaN]) {
    await expect(open.call('log_time', ada, { hours, note: 'x' })).rejects.toThrow('Must be a number of hours');
  }
  const otto = agentPrincipal(rows, agent.otto);
  await expect(open.call('log_time', otto, { ...entry, ticket_id: 2 })).rejects.toMatchObject({ code: 'not_found' });
});
