import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportDesk, lines, openImportDesk, people, trackerTickets } from './import-desk.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
  await desk.bring('people.jsonl', people);
  await desk.bring('core.jsonl', lines(trackerTickets));
}, 60_000);
afterAll(() => desk.close());

const idOf = (summary: string): number => desk.count(`SELECT id FROM desk_ticket WHERE summary = '${summary}'`);

test('imported tickets are on the steps that their statuses belong to, and have the actions of these', async () => {
  const { tickets } = desk.client;
  expect((await tickets.outcomes({ id: idOf('Requests fail') })).step).toMatchObject({ name: 'Closed' });
  const { step, outcomes } = await tickets.outcomes({ id: idOf('Feature') });
  expect(step).toMatchObject({ name: 'New' });
  const take = outcomes.find(({ name }) => name === 'Take it');
  await tickets.useOutcome({ id: idOf('Feature'), outcomeId: take?.id ?? 0 });
  expect((await tickets.outcomes({ id: idOf('Feature') })).step).toMatchObject({ name: 'In progress' });
  expect(desk.count('SELECT count(*) FROM desk_ticket_step')).toBe(1);
});

test('an import that is taken back leaves nothing of what was done to its tickets', async () => {
  const { rows } = await desk.client.imports.list({ offset: 0, limit: 10 });
  for (const { id } of rows) {
    await desk.client.imports.takeBack({ id });
    await desk.ended(id);
  }
  expect(desk.count('SELECT count(*) FROM desk_ticket')).toBe(0);
  expect(desk.count('SELECT count(*) FROM desk_ticket_step')).toBe(0);
  expect(desk.count('SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
});
