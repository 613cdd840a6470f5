import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPoster } from '../support/post-mcp.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
}, 60_000);
afterAll(() => admin.close());

test('synonyms that an administrator saves are used by the tools at once', async () => {
  const { synonyms } = admin.client;
  expect(await synonyms.get()).toEqual({ groups: [] });
  const poster = createPoster(admin.served.endpoint, admin.served.createKey());
  const find = () => poster.read('get_knowledge', { search: 'zugangsdings.' });
  expect(await find()).toMatchObject({ record_count: 0 });
  const groups = [['Zugangsdings', 'password']];
  expect(await synonyms.replace({ groups })).toEqual({ groups });
  expect(await find()).not.toMatchObject({ record_count: 0 });
  expect(await synonyms.get()).toEqual({ groups });
});

test.each([
  ['a group of one', [['alone']]],
  ['a synonym without a letter', [['a', '!!']]],
  ['a synonym of more than 60 characters', [['a', 'b'.repeat(61)]]],
  ['a synonym of more than 6 words', [['a', 'b c d e f g h']]],
  ['the same synonym twice', [['VPN', 'vpn']]],
  ['more than 500 groups', Array.from({ length: 501 }, (_, at) => [`a${at}`, `b${at}`])],
])('%s is refused and changes nothing', async (_, groups) => {
  const { synonyms } = admin.client;
  const before = await synonyms.get();
  await expect(synonyms.replace({ groups })).rejects.toMatchObject({ code: 'invalid_arguments' });
  expect(await synonyms.get()).toEqual(before);
});
