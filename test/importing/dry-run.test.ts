import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, openImportDesk } from './import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await openImportDesk();
});
afterEach(() => desk.close());

const ids = 2000;

/** Every id comes four times: new, the same again, changed, and changed in the same way. */
const repeated = [
  'userid,name,phone',
  ...['1', '1', '2', '2'].flatMap((phone) => Array.from({ length: ids }, (_, id) => `u${id},Person ${id},${phone}`)),
].join('\n');

const asUsers = { kind: 'user', source: 'people' } as const;

test('a dry run tells of ids that come more than once what the import then does', async () => {
  const expected = { read: 4 * ids, created: ids, updated: ids, unchanged: 2 * ids, refused: 0, leftOut: 0 };
  const before = desk.checksum();
  const dry = await desk.bring('people.csv', repeated, (plan) => ({ ...plan, ...asUsers }), true);
  expect(dry.counts).toEqual(expected);
  expect(desk.checksum()).toBe(before);
  const real = await desk.bring('people.csv', repeated, (plan) => ({ ...plan, ...asUsers }));
  expect(real.counts).toEqual(expected);
  expect(dry.made).toEqual(real.made);
}, 60_000);

test('a second dry run knows nothing of the first', async () => {
  const check = () => desk.bring('people.csv', repeated, (plan) => ({ ...plan, ...asUsers }), true);
  const { counts } = await check();
  expect((await check()).counts).toEqual(counts);
}, 60_000);
