import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportDetails } from '../../src-shared/api/imports.ts';
import { type ImportDesk, lines, openImportDesk, people, trackerTickets } from './import-desk.ts';

let desk: ImportDesk;
let brought: ImportDetails;

beforeAll(async () => {
  desk = await openImportDesk();
  await desk.bring('people.jsonl', people);
  brought = await desk.bring('tickets-core.jsonl', lines(trackerTickets));
});
afterAll(() => desk.close());

const findTicket = async (number: string) => {
  const list = { offset: 0, limit: 10, sort: 'relevance', descending: true, open: 'all' } as const;
  const { rows } = await desk.client.tickets.list({ ...list, search: number });
  return desk.client.tickets.get({ id: rows[0]?.id ?? 0 });
};

test('a tracker is recognized and needs no mapping', async () => {
  const { recognized, plan } = await desk.client.imports.inspect({
    file: await desk.upload('x.jsonl', lines(trackerTickets)),
  });
  expect(recognized).toBe('Issue tracker (Trac)');
  expect(plan.columns['entries']).toEqual({ column: 'events', dateFormat: 'iso' });
  expect(brought.counts).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, refused: 0, leftOut: 0 });
});

test('a ticket is found by its old number and says which it was', async () => {
  const ticket = await findTicket('core-1');
  expect(ticket).toMatchObject({ summary: 'Requests fail', imported: [{ source: 'tickets-core', number: 'core-1' }] });
});

test('what the tracker says of a ticket stands on the desk under its own names', async () => {
  const ticket = await findTicket('core-1');
  expect(ticket).toMatchObject({
    details: 'Every request fails.',
    status: { name: 'Closed', kind: 'closed' },
    type: { name: 'bug' },
    priority: { name: 'major' },
    category: { name: 'ajax' },
    user: { name: 'Rob Reporter' },
    agent: { name: 'Ada Agent' },
    openedAt: '2010-01-01T10:00:00.000Z',
    closedAt: '2010-01-03T10:00:00.000Z',
    closureNote: 'fixed',
    source: 'import',
  });
  expect(ticket.fields.filter(({ value }) => value !== '').map(({ label, value }) => [label, value])).toEqual([
    ['Milestone', '1.4'],
    ['Version', '1.3'],
  ]);
});

test('every comment is an entry of the history, changes of the status say from what to what', async () => {
  const { id } = await findTicket('core-1');
  const { rows } = await desk.client.tickets.conversation({ id, offset: 0, limit: 50 });
  const told = [...rows].sort((one, other) => one.number - other.number);
  expect(told.map(({ kind, actor, note, private: isPrivate }) => [kind, actor, note, isPrivate])).toEqual([
    ['logged', 'Rob Reporter', 'Every request fails.', false],
    ['assignment', 'Ada Agent', '', true],
    ['note', 'Ada Agent', 'Can you show the page?', false],
    ['note', 'Rob Reporter', 'Here it is.\n\n```\ncode\n```', false],
    ['closure', 'Ada Agent', 'Fixed.', false],
  ]);
  expect(told.at(-1)).toMatchObject({ newStatus: 'Closed', at: '2010-01-03T10:00:00.000Z' });
});

test('a duplicate hangs under the ticket that it repeats', async () => {
  const original = await findTicket('core-1');
  expect(await findTicket('core-2')).toMatchObject({ parent: { id: original.id, name: 'Requests fail' } });
});

test('who comments often is an agent, and gets a user where they report a ticket themselves', async () => {
  const ticket = await findTicket('core-3');
  expect(ticket).toMatchObject({ user: { name: 'Ada Agent' }, status: { kind: 'open' } });
  expect(desk.count("SELECT count(*) FROM desk_agent WHERE email = 'ada@example.com'")).toBe(1);
  expect(
    desk.count(
      "SELECT count(*) FROM desk_user u JOIN desk_agent a ON a.id = u.linked_agent_id WHERE a.name = 'Ada Agent'",
    ),
  ).toBe(1);
});

test('somebody without an address gets one that leads nowhere, the same one every time', () => {
  expect(
    desk.count("SELECT count(*) FROM desk_user WHERE name = 'Nina Nomail' AND email LIKE 'p3.%@people.invalid'"),
  ).toBe(1);
});

test('the trace of an imported record says which import it came with', async () => {
  const { id } = await findTicket('core-2');
  const { rows } = await desk.client.traces.record({ kind: 'ticket', id, offset: 0, limit: 10 });
  expect(rows.at(-1)).toMatchObject({ kind: 'import', label: 'Created with the import of tickets-core.jsonl' });
});
