import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionSettings, collectionSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { limitedDesk, markOf, sharedWord, withinLimits } from '../support/limited-desk.ts';
import { type RealClient, realClients } from '../support/real-clients.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';

const older = 'the SDK v1 client';
const newer = 'the SDK v2 client in the 2026-07-28 era';

/** Two collections with nothing in common but get_user_info: neither tools nor clients. */
const north = {
  ...{ name: 'North', slug: 'north', type: 'agent', enabled: true, includeAllSystemTools: false },
  ...{ tools: ['get_user_info', 'search_tickets', 'get_users'] },
  limits: { teamIds: [], clientIds: [1], ticketTypeIds: [] },
} as const;
const south = {
  ...{ name: 'South', slug: 'south', type: 'agent', enabled: true, includeAllSystemTools: false },
  ...{ tools: ['get_user_info', 'get_assigned_tickets', 'get_assets'] },
  limits: { teamIds: [], clientIds: [2], ticketTypeIds: [] },
} as const;

const rows = limitedDesk();
let served: ServedDesk;
const open: RealClient[] = [];

beforeAll(async () => {
  served = await serveDesk(rows);
});

afterAll(() => served.close());

function configure(settings: object): void {
  const parsed: CollectionSettings = collectionSettings.parse(settings);
  served.core.endpoints.putCollection(parsed.slug, parsed, 'test');
}

/** A client that is connected and listens. */
async function connect(era: string, collection: string, scopes?: readonly string[]): Promise<RealClient> {
  const streams = () => served.core.presence.list().reduce((sum, { openStreams }) => sum + openStreams, 0);
  const before = streams();
  const key = served.createKey(scopes === undefined ? {} : { scopes });
  const client = await realClients[era]!(`${served.endpoint}/${collection}`, key);
  open.push(client);
  await client.listTools();
  await expect.poll(streams, { timeout: 5000 }).toBe(before + 1);
  return client;
}

async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((client) => client.close()));
  await expect
    .poll(() => served.core.presence.list().reduce((sum, { openStreams }) => sum + openStreams, 0), { timeout: 5000 })
    .toBe(0);
}

const heard = (client: RealClient): number => client.countListChanges?.() ?? 0;

describe.each([
  [older, older],
  [older, newer],
  [newer, older],
  [newer, newer],
])('%s on one collection and %s on another', (first, second) => {
  test('never see the tools, the data or the notifications of the other', async () => {
    configure(north);
    configure(south);
    const one = await connect(first, 'north');
    const other = await connect(second, 'south');
    expect((await one.listTools()).sort()).toEqual([...north.tools].sort());
    expect((await other.listTools()).sort()).toEqual([...south.tools].sort());

    const answers = { north: '', south: '' };
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const page_number = (index % 2) + 1;
        const [found, assets] = await Promise.all([
          one.call('search_tickets', { search: sharedWord, page_number }),
          other.call('get_assets', { search: sharedWord, page_number }),
          expect(one.call('get_assets', {})).rejects.toThrow('Unknown tool: get_assets'),
          expect(other.call('search_tickets', { search: 'x' })).rejects.toThrow('Unknown tool: search_tickets'),
        ]);
        answers.north += JSON.stringify(found);
        answers.south += JSON.stringify(assets);
      }),
    );
    answers.north += JSON.stringify(await one.call('get_users', { search: '' }));
    answers.south += JSON.stringify(await other.call('get_assigned_tickets', { open_only: false }));
    for (const [text, { limits }] of [
      [answers.north, north],
      [answers.south, south],
    ] as const) {
      const plain = { teamIds: [], ticketTypeIds: [], clientIds: [...limits.clientIds] };
      const inside = withinLimits(rows, plain);
      const marks = (which: 'inside' | 'outside') =>
        (['ticket', 'user', 'asset', 'client', 'site'] as const).flatMap((kind) =>
          inside.ids(kind)[which].map((id) => markOf(kind, id)),
        );
      expect(marks('outside').filter((mark) => text.includes(mark))).toEqual([]);
      expect(marks('inside').some((mark) => text.includes(mark))).toBe(true);
    }

    // What lists nothing else is heard by nobody, and what the one hears is not the other's.
    configure({ ...north, callsPerMinute: 600, limits: { ...north.limits, clientIds: [1, 3] } });
    let told = one.nextListChange?.();
    configure({ ...north, tools: ['get_user_info', 'search_tickets'] });
    await told;
    expect([heard(one), heard(other)]).toEqual([1, 0]);
    told = other.nextListChange?.();
    configure({ ...south, descriptions: { get_assets: 'Things.' } });
    await told;
    expect([heard(one), heard(other)]).toEqual([1, 1]);
    expect((await one.listTools()).sort()).toEqual(['get_user_info', 'search_tickets']);
    expect((await other.listTools()).sort()).toEqual([...south.tools].sort());
    await closeAll();
  }, 60_000);
});

describe.each([older, newer])('of two of %s on one collection', (era) => {
  test('only the one hears of a change whose own list it changes', async () => {
    configure(north);
    const all = await connect(era, 'north');
    const some = await connect(era, 'north', ['read:tickets']);
    expect((await some.listTools()).sort()).toEqual(['get_user_info', 'search_tickets']);
    let told = all.nextListChange?.();
    configure({ ...north, tools: ['get_user_info', 'search_tickets', 'get_clients'] });
    await told;
    expect([heard(all), heard(some)]).toEqual([1, 0]);
    told = some.nextListChange?.();
    configure({ ...north, tools: ['get_user_info', 'get_clients'] });
    await told;
    await expect.poll(() => heard(all)).toBe(2);
    expect(heard(some)).toBe(1);
    await closeAll();
  }, 60_000);

  test('each is cut off when the collection is deleted, and told nothing', async () => {
    configure(north);
    const client = await connect(era, 'north');
    served.core.endpoints.removeCollection('north', 'test');
    await expect(client.listTools()).rejects.toThrow();
    expect(heard(client)).toBe(0);
    await closeAll();
  }, 60_000);
});
