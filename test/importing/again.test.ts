import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, lines, openImportDesk, people, trackerTickets } from './import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await openImportDesk();
  await desk.bring('people.jsonl', people);
  await desk.bring('core.jsonl', lines(trackerTickets));
});
afterEach(() => desk.close());

const changed = () => {
  const [first, ...others] = structuredClone(trackerTickets);
  if (first === undefined) throw new Error('There are no tickets.');
  first.summary = 'All requests fail';
  first.keywords = 'ajax';
  first.events.splice(1, 1);
  (first.events as object[]).push({ at: '2010-01-04T10:00:00Z', by: 'p2', changes: [], comment: 'Thanks.' });
  return lines([first, ...others]);
};

test('the same file again changes nothing', async () => {
  const before = desk.checksum();
  const { counts } = await desk.bring('core.jsonl', lines(trackerTickets));
  expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  expect(desk.checksum()).toBe(before);
});

test('a row that says something else updates its ticket, and what was added on the desk stays', async () => {
  const id = desk.count("SELECT record_id FROM trace_import_record WHERE external_id = 'core-1'");
  await desk.client.tickets.addNote({ id, note: 'Added here.', private: false });
  const { counts } = await desk.bring('core.jsonl', changed());
  expect(counts).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
  const { rows } = await desk.client.tickets.conversation({ id, offset: 0, limit: 50 });
  const notes = [...rows].sort((one, other) => one.number - other.number).map(({ note }) => note);
  expect(notes).toEqual([
    'Every request fails.',
    '',
    'Here it is.\n\n```\ncode\n```',
    'Fixed.',
    'Thanks.',
    'Added here.',
  ]);
  expect(await desk.client.tickets.get({ id })).toMatchObject({ summary: 'All requests fail' });
});

test('taking an update back makes every row what it was', async () => {
  const before = desk.checksum();
  const { id } = await desk.bring('core.jsonl', changed());
  expect(desk.checksum()).not.toBe(before);
  await desk.client.imports.takeBack({ id });
  expect(await desk.ended(id)).toMatchObject({ state: 'removed', canTakeBack: false, kept: 0 });
  expect(desk.checksum()).toBe(before);
  // The row is known as it was before the update, so the same update is one again.
  expect((await desk.bring('core.jsonl', changed())).counts).toMatchObject({ updated: 1, unchanged: 2 });
});

test('after an import is taken back its rows are new again, under ids that nothing had before', async () => {
  const highest = desk.count('SELECT max(id) FROM desk_ticket');
  const { rows } = await desk.client.imports.list({ offset: 0, limit: 1 });
  await desk.client.imports.takeBack({ id: rows[0]?.id ?? 0 });
  await desk.ended(rows[0]?.id ?? 0);
  expect(desk.count('SELECT count(*) FROM desk_ticket')).toBe(0);
  const { counts } = await desk.bring('core.jsonl', lines(trackerTickets));
  expect(counts).toMatchObject({ created: 3 });
  expect(desk.count('SELECT min(id) FROM desk_ticket')).toBeGreaterThan(highest);
});

test('what was suggested for a ticket goes with the ticket', async () => {
  const { database } = desk.served.core;
  const suggest = `INSERT INTO desk_suggestion (ticket_id, rule_id, proposes, value_id, score, agreed, considered,
      evidence, counted, state, made_at)
    SELECT t.id, r.id, 'category', 1, 0.5, 1, 1, '[1]', '[1]', 'open', 1 FROM desk_ticket t, desk_suggestion_rule r`;
  database.inChangeSet({ kind: 'rule', actor: 'test', label: 'test' }, () => database.connection.exec(suggest));
  expect(desk.count('SELECT count(*) FROM desk_suggestion')).toBe(15);
  const { rows } = await desk.client.imports.list({ offset: 0, limit: 1 });
  await desk.client.imports.takeBack({ id: rows[0]?.id ?? 0 });
  expect(await desk.ended(rows[0]?.id ?? 0)).toMatchObject({ state: 'removed' });
  expect(desk.count('SELECT count(*) FROM desk_ticket')).toBe(0);
  expect(desk.count('SELECT count(*) FROM desk_suggestion')).toBe(0);
  expect(desk.count('SELECT count(*) FROM desk_suggestion_rule')).toBe(5);
});

test('what others use by now stays on the desk and is counted', async () => {
  const { rows } = await desk.client.imports.list({ offset: 0, limit: 10 });
  const user = desk.count("SELECT id FROM desk_user WHERE name = 'Rob Reporter'");
  const typeId = desk.count('SELECT id FROM desk_ticket_type WHERE is_default = 1');
  await desk.client.tickets.create({ typeId, userId: user, summary: 'Mine', details: 'Mine' });
  for (const { id } of rows) {
    await desk.client.imports.takeBack({ id });
    await desk.ended(id);
  }
  // The user, and with them their site and client.
  expect((await desk.client.imports.get({ id: rows.at(-1)?.id ?? 0 })).kept).toBe(3);
  expect(desk.count("SELECT count(*) FROM desk_user WHERE name = 'Rob Reporter'")).toBe(1);
  expect(desk.count("SELECT count(*) FROM desk_user WHERE name = 'Nina Nomail'")).toBe(0);
  expect(desk.count('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
});

test('a reset of the desk forgets what other systems called its records', async () => {
  await desk.client.desk.reset({ to: 'empty', confirm: 'reset' });
  expect(desk.count('SELECT count(*) FROM trace_import_record')).toBe(0);
  const { counts } = await desk.bring('core.jsonl', lines(trackerTickets));
  expect(counts).toMatchObject({ created: 3 });
});
