import { afterEach, expect, test } from 'vitest';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import type { Viewer } from '../../src-main/domain/viewer.ts';
import { actionRow, agent, hour, monday9, smallDesk, status, ticketRow, type, user } from '../support/small-desk.ts';
import { openTestDesk, type TestDesk } from '../support/test-desk.ts';

const all: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };
const byAda = { agentId: agent.ada, userId: null, name: 'Ada Admin' };
const byUma = { agentId: null, userId: user.uma, name: 'Uma Own' };
const day = 24 * hour;

let opened: TestDesk | undefined;
afterEach(() => opened?.close());

function open(...tickets: DeskRows['desk_ticket']): TestDesk {
  opened = openTestDesk({ ...smallDesk(), desk_ticket: tickets });
  return opened;
}

test('Actions of a ticket are numbered one after the other, beside ids that count over all tickets.', () => {
  const { desk, write } = open(ticketRow(1), ticketRow(2));
  const note = (ticket: number) =>
    write(() => desk.tickets.addNote(all, ticket, { note: 'x', by: byAda, at: monday9 }, { private: true }));
  expect([note(1), note(2), note(1)].map(({ id, number }) => [id, number])).toEqual([
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
});

test('Only the first public action of an agent counts as the response.', () => {
  const { desk, write } = open(ticketRow(1));
  const responded = () => desk.tickets.get(all, 1).respondedAt;
  const note = (by: typeof byAda | typeof byUma, at: number, isPrivate: boolean) =>
    write(() => desk.tickets.addNote(all, 1, { note: 'x', by, at }, { private: isPrivate }));

  note(byAda, monday9 + 1, true);
  note(byUma, monday9 + 2, false);
  expect(responded()).toBeNull();
  note(byAda, monday9 + 3, false);
  note(byAda, monday9 + 4, false);
  expect(responded()).toBe(monday9 + 3);
  expect(desk.tickets.get(all, 1).lastActionAt).toBe(monday9 + 4);
});

test('A status that holds the clock moves the due dates by the working time that it lasted, when it ends.', () => {
  const { desk, write } = open(ticketRow(1));
  const move = (to: number, at: number) =>
    write(() => desk.tickets.changeStatus(all, 1, to, { note: '', by: byUma, at }));

  move(status.waiting, monday9 + 2 * hour);
  expect(desk.tickets.get(all, 1)).toMatchObject({ heldSinceAt: monday9 + 2 * hour, fixByAt: monday9 + 8 * hour });

  // From Monday 11:00 to Tuesday 10:00 are seven working hours; what was due at Monday's end is now due on Tuesday 16:00.
  move(status.inProgress, monday9 + day + hour);
  expect(desk.tickets.get(all, 1)).toMatchObject({
    heldSinceAt: null,
    heldSeconds: 7 * 3600,
    fixByAt: monday9 + day + 7 * hour,
    respondByAt: monday9 + 8 * hour,
  });
});

test('A hold does not move the due date of a response that was given.', () => {
  const { desk, write } = open(ticketRow(1, { responded_at: monday9 + 1 }));
  const move = (to: number, at: number) =>
    write(() => desk.tickets.changeStatus(all, 1, to, { note: '', by: byUma, at }));
  move(status.waiting, monday9 + hour);
  move(status.inProgress, monday9 + 2 * hour);
  expect(desk.tickets.get(all, 1)).toMatchObject({ respondByAt: monday9 + hour, heldSeconds: 3600 });
});

test('Closing sets the date and the note, ends a hold and cannot be done twice.', () => {
  const { desk, write } = open(ticketRow(1, { status_id: status.waiting, held_since_at: monday9 }));
  const close = () => write(() => desk.tickets.close(all, 1, { note: 'Done.', by: byAda, at: monday9 + hour }));
  close();
  expect(desk.tickets.get(all, 1)).toMatchObject({
    statusName: 'Closed',
    closedAt: monday9 + hour,
    closureNote: 'Done.',
    heldSinceAt: null,
    heldSeconds: 3600,
    respondedAt: monday9 + hour,
  });
  expect(close).toThrow('Ticket 1 is already closed.');
});

test('A reply of the user reopens a closed ticket whose type says so, and the closed time does not count.', () => {
  const closed = { status_id: status.closed, closed_at: monday9 + hour, closure_note: 'Done.' };
  const { desk, write } = open(ticketRow(1, closed));
  const reply = { note: 'Still broken.', by: byUma, at: monday9 + 3 * hour };
  expect(write(() => desk.tickets.reply(all, 1, reply, { close: false }))).toBe('reopened');
  expect(desk.tickets.get(all, 1)).toMatchObject({
    statusName: 'In Progress',
    closedAt: null,
    closureNote: '',
    heldSeconds: 2 * 3600,
    fixByAt: monday9 + day + 2 * hour,
  });
  expect(desk.tickets.read(all, 1, { number: 1, size: 10 }).conversation).toMatchObject([
    { kind: 'reopening', note: 'Still broken.', newStatusName: 'In Progress', private: 0 },
  ]);
});

test('A reply of the user is refused on a closed ticket whose type does not reopen.', () => {
  const { desk, write } = open(ticketRow(1, { type_id: type.change, status_id: status.closed, closed_at: monday9 }));
  const reply = () => write(() => desk.tickets.reply(all, 1, { note: 'x', by: byUma, at: monday9 }, { close: false }));
  expect(reply).toThrow('Log a new ticket');
  expect(desk.tickets.read(all, 1, { number: 1, size: 10 }).conversationTotal).toBe(0);
});

test('A long conversation is paged from its end, and no entry is missing or shown twice.', () => {
  const entries = Array.from({ length: 23 }, (_, index) =>
    actionRow(index + 1, 1, index + 1, { private: index % 2 ? 1 : 0 }),
  );
  opened = openTestDesk({ ...smallDesk(), desk_ticket: [ticketRow(1)], desk_action: entries });
  const { desk } = opened;
  const numbers = (viewer: Viewer, page: number) => {
    const { conversation, conversationTotal } = desk.tickets.read(viewer, 1, { number: page, size: 10 });
    return { numbers: conversation.map((entry) => entry.number), total: conversationTotal };
  };
  expect(numbers(all, 1)).toEqual({ numbers: [14, 15, 16, 17, 18, 19, 20, 21, 22, 23], total: 23 });
  expect(numbers(all, 3)).toEqual({ numbers: [1, 2, 3], total: 23 });
  expect(numbers(all, 4)).toEqual({ numbers: [], total: 23 });
  expect(numbers({ ...all, seesPrivate: false }, 1)).toEqual({
    numbers: [5, 7, 9, 11, 13, 15, 17, 19, 21, 23],
    total: 12,
  });
});
