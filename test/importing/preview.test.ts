import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, openImportDesk } from './import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await openImportDesk();
});
afterEach(() => desk.close());

const tickets = [
  'id,summary,dateoccurred,dateclosed',
  '1,Printer on fire,2024-06-20T14:45:15.9746271Z,1899-12-30T00:00:00',
  '2,VPN is down,2024-06-21T09:00:00,1900-01-01T00:00:00',
  '3,No sound,2024-06-22,0001-01-01T00:00:00',
  '4,No light,2024-06-23,2024-06-24 08:00',
].join('\n');

const look = async (content: string) => {
  const file = await desk.upload('tickets.csv', content);
  const { plan } = await desk.client.imports.inspect({ file });
  return desk.client.imports.preview({ file, plan });
};

test('what programs write for "no date" is an empty value and no problem', async () => {
  const { rows, dates } = await look(tickets);
  expect(rows.map(({ problems }) => problems)).toEqual([[], [], [], []]);
  const closed = rows.map(({ values }) => values.find(({ field }) => field === 'closedAt'));
  expect(closed.map((value) => [value?.text, value?.at])).toEqual([
    ['1899-12-30T00:00:00', null],
    ['1900-01-01T00:00:00', null],
    ['0001-01-01T00:00:00', null],
    ['2024-06-24 08:00', '2024-06-24T08:00:00.000Z'],
  ]);
  const examples = dates.find(({ field }) => field === 'closedAt')?.examples;
  expect(examples?.map(({ at, problem }) => [at, problem])).toEqual([
    [null, undefined],
    [null, undefined],
    [null, undefined],
    ['2024-06-24T08:00:00.000Z', undefined],
  ]);
  expect((await desk.bring('tickets.csv', tickets)).counts).toMatchObject({ created: 4, refused: 0 });
});

test('a date is told as the moment that it is read as, with the text of the file', async () => {
  const { rows } = await look(tickets);
  expect(rows[0]?.values.find(({ field }) => field === 'openedAt')).toEqual({
    field: 'openedAt',
    label: 'Opened',
    text: '2024-06-20T14:45:15.9746271Z',
    at: '2024-06-20T14:45:15.974Z',
  });
});

test('a text that is no date refuses its row, and is the only problem', async () => {
  const { rows, dates } = await look(`${tickets}\n5,No water,someday,`);
  expect(rows.map(({ problems }) => problems.length)).toEqual([0, 0, 0, 0, 1]);
  const problems = dates.flatMap(({ examples }) => examples.flatMap(({ problem }) => problem ?? []));
  expect(problems).toEqual(['Is no date in this format.']);
});
