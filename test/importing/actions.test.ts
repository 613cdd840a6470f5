import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, lines, openImportDesk } from './import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await openImportDesk();
});
afterEach(() => desk.close());

const action = (id: number, ticket: number | string) => ({
  ...{ id, ticket_id: ticket, outcome: 'Email', who: 'Some Body', datetime: '2024-06-20T15:00:00', note: 'Any news?' },
  hiddenfromuser: false,
});
const actions = lines([action(1, 9499), action(2, 9499), action(3, 9500)]);
const ticket = { id: 9499, number: 'INC7', dateoccurred: '2024-06-20T14:45:15Z', summary: 'VPN', details: 'Down.' };

const ticketsFirst =
  'None of the tickets that these actions belong to was imported. Import the tickets first, and then this file.';

test('actions that come before any ticket are refused as a whole, in the preview already', async () => {
  const file = await desk.upload('Action.json', actions);
  const { plan, recognized } = await desk.client.imports.inspect({ file });
  expect(recognized).toBe('Halo actions');
  const { first, rows } = await desk.client.imports.preview({ file, plan });
  expect(first).toBe(ticketsFirst);
  expect(rows.map(({ problems }) => problems)).toEqual([
    ['Ticket: no ticket "9499" was imported before.'],
    ['Ticket: no ticket "9499" was imported before.'],
    ['Ticket: no ticket "9500" was imported before.'],
  ]);
  for (const dryRun of [true, false]) {
    await expect(desk.client.imports.start({ file, plan, dryRun })).rejects.toMatchObject({
      code: 'conflict',
      message: ticketsFirst,
    });
  }
  expect((await desk.client.imports.list({ offset: 0, limit: 10 })).total).toBe(0);
});

test('an import or a check in which no action finds its ticket fails with one sentence', async () => {
  await desk.bring('tickets.jsonl', lines([{ ...ticket, id: 1, number: 'INC1' }]));
  const before = desk.checksum();
  for (const dryRun of [true, false]) {
    const { state, error, counts } = await desk.bring('actions.jsonl', actions, undefined, dryRun);
    expect({ state, error, refused: counts.refused }).toEqual({ state: 'failed', error: ticketsFirst, refused: 3 });
  }
  expect(desk.checksum()).toBe(before);
});

test('once the tickets are there their actions are taken, and those of others are refused one by one', async () => {
  await desk.bring('tickets.jsonl', lines([ticket]));
  const file = await desk.upload('actions.jsonl', actions);
  const { plan } = await desk.client.imports.inspect({ file });
  const { first, rows } = await desk.client.imports.preview({ file, plan });
  expect(first).toBeUndefined();
  expect(rows.map(({ problems }) => problems.length)).toEqual([0, 0, 1]);
  const { state, counts, refusals } = await desk.bring('actions.jsonl', actions);
  expect({ state, counts }).toMatchObject({ state: 'finished', counts: { created: 2, refused: 1 } });
  expect(refusals.map(({ reason }) => reason)).toEqual(['Ticket: no ticket "9500" was imported before.']);
});

test('an action finds its ticket by the old number as well', async () => {
  await desk.bring('tickets.jsonl', lines([ticket]));
  const { counts } = await desk.bring('actions.jsonl', lines([action(1, 'INC7'), action(2, 9499)]));
  expect(counts).toMatchObject({ created: 2, refused: 0 });
});
