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
  expect(await synonyms.get()).toEqual({ groups: [], version: 0 });
  const poster = createPoster(admin.served.endpoint, admin.served.createKey());
  const find = () => poster.read('get_knowledge', { search: 'zugangsdings.' });
  expect(await find()).toMatchObject({ record_count: 0 });
  const groups = [['Zugangsdings', 'password']];
  const saved = await synonyms.replace({ groups, version: 0 });
  expect(saved).toEqual({ groups, version: expect.any(Number) as number });
  expect(await find()).not.toMatchObject({ record_count: 0 });
  expect(await synonyms.get()).toEqual(saved);
});

test('whoever read them before somebody else saved is refused, and what that one saved stays', async () => {
  const { synonyms } = admin.client;
  const { version } = await synonyms.get();
  const saved = await synonyms.replace({ groups: [['VPN', 'remote access']], version });
  expect(saved.version).toBeGreaterThan(version);
  await expect(synonyms.replace({ groups: [['laptop', 'notebook']], version })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await synonyms.get()).toEqual(saved);
  expect(await synonyms.replace(saved)).toEqual(saved);
});

test.each([
  ['a group of one', [['alone']]],
  ['a synonym without a letter', [['a', '!!']]],
  ['a synonym of more than 60 characters', [['a', 'b'.repeat(61)]]],
  ['a synonym of more than 6 words', [['a', 'b c d e f g h']]],
  ['a synonym with a comma', [['a', 'b, c']]],
  ['the same synonym twice', [['VPN', 'vpn']]],
  ['more than 2,000 groups', Array.from({ length: 2_001 }, (_, at) => [`a${at}`, `b${at}`])],
])('%s is refused and changes nothing', async (_, groups) => {
  const { synonyms } = admin.client;
  const before = await synonyms.get();
  await expect(synonyms.replace({ groups, version: before.version })).rejects.toMatchObject({
    code: 'invalid_arguments',
  });
  expect(await synonyms.get()).toEqual(before);
});
