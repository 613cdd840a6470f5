import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEndpointDoor, type EndpointDoor } from '../../src-main/mcp/create-endpoint-door.ts';
import type { SessionLimits } from '../../src-main/mcp/sessions.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { type EventStream, openSession, subscribe } from '../support/mcp-session.ts';
import { quietLog } from '../support/quiet-log.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { smallDesk } from '../support/small-desk.ts';

const changed = 'notifications/tools/list_changed';
let served: ServedDesk;
let now = Date.now();

beforeEach(async () => {
  served = await serveDesk(smallDesk(), {}, { ...createSystemPorts(quietLog), now: () => now });
});

afterEach(() => served.close());

/** An application of its own for the administrator, with both of its keys. */
function createApplication(scopes: readonly string[] = ['all']) {
  const { applications, keys } = served.core.access;
  const actsAs = { kind: 'agent', agentId: 1 } as const;
  const name = `Application ${applications.list().length}`;
  const { application } = applications.create({ name, method: 'static_key', actsAs, scopes });
  const [first, second] = [keys.create(application.id), keys.create(application.id)];
  return { id: application.id, first, second };
}

async function endOf(stream: EventStream): Promise<string[]> {
  const timer = new AbortController();
  const late = wait(1000, undefined, { signal: timer.signal }).then(() => Promise.reject(new Error('Still open.')));
  late.catch(() => undefined);
  try {
    return await Promise.race([stream.ended, late]);
  } finally {
    timer.abort();
  }
}

describe('a session is not found', () => {
  test('once its client has deleted it, and its stream ends', async () => {
    const session = await openSession(served.endpoint, served.createKey());
    const stream = await session.listen();
    expect(await session.ask('tools/list')).toBe(200);
    expect(await session.delete()).toBe(200);
    await endOf(stream);
    expect(await session.ask('tools/list')).toBe(404);
    expect(await session.ask('ping')).toBe(404);
    expect((await session.listen()).status).toBe(404);
    expect(await session.delete()).toBe(404);
    expect(served.openSessions).toBe(0);
  });

  test('by another application, even of the same agent, nor deleted by it', async () => {
    const session = await openSession(served.endpoint, served.createKey());
    const others = [served.createKey(), served.createKey({ as: 'uma@north.example' }), served.createServiceKey()];
    for (const other of others) {
      expect(await session.ask('tools/list', other)).toBe(404);
      expect(await session.delete(other)).toBe(404);
    }
    expect(await session.ask('tools/list')).toBe(200);
  });

  test('but by the other key of its application it is, so that keys can be rolled', async () => {
    const { first, second } = createApplication();
    const session = await openSession(served.endpoint, first.plaintext);
    expect(await session.ask('tools/list', second.plaintext)).toBe(200);
    served.core.access.keys.delete(first.key.id);
    expect(await session.ask('tools/list', second.plaintext)).toBe(200);
    expect(await session.ask('tools/list', first.plaintext)).toBe(401);
  });

  test('when its application acts as somebody else from now on', async () => {
    const { id, first } = createApplication();
    const session = await openSession(served.endpoint, first.plaintext);
    served.core.access.applications.update(id, { actsAs: { kind: 'agent', agentId: 2 } });
    expect(await session.ask('tools/list')).toBe(404);
  });
});

describe('sessions and open streams end at once', () => {
  const endings: Readonly<Record<string, (application: ReturnType<typeof createApplication>) => void>> = {
    'when the key is disabled': ({ first }) => void served.core.access.keys.disable(first.key.id),
    'when the key is rolled': ({ first }) => void served.core.access.keys.roll(first.key.id),
    'when the key is deleted': ({ first }) => served.core.access.keys.delete(first.key.id),
    'when the application is disabled': ({ id }) => void served.core.access.applications.disable(id),
    'when the application is deleted': ({ id }) => served.core.access.applications.delete(id),
  };

  test.each(Object.entries(endings))('%s, and nobody else’s do', async (_, end) => {
    const application = createApplication();
    const mine = await openSession(served.endpoint, application.first.plaintext);
    const others = await openSession(served.endpoint, served.createKey());
    const streams = [await mine.listen(), await subscribe(served.endpoint, application.first.plaintext)];
    const kept = await others.listen();
    expect(streams.map(({ status }) => status)).toEqual([200, 200]);
    expect(served.openSessions).toBe(2);
    end(application);
    for (const stream of streams) await endOf(stream);
    expect(served.openSessions).toBe(1);
    expect(await mine.ask('tools/list')).toBe(401);
    expect(await others.ask('tools/list')).toBe(200);
    served.configure({ includeAllSystemTools: false, tools: ['get_user_info'] });
    await others.delete();
    expect(await endOf(kept)).toEqual([changed]);
  });

  test('when the endpoint is disabled, for everybody', async () => {
    const key = served.createKey();
    const session = await openSession(served.endpoint, key);
    const streams = [await session.listen(), await subscribe(served.endpoint, key)];
    served.configure({ enabled: false });
    for (const stream of streams) await endOf(stream);
    expect(await session.ask('tools/list')).toBe(404);
    expect(served.openSessions).toBe(0);
  });

  test('when the server closes, which does not wait for them', async () => {
    const key = served.createKey();
    const streams = [await (await openSession(served.endpoint, key)).listen(), await subscribe(served.endpoint, key)];
    await served.close();
    for (const stream of streams) await endOf(stream);
    served = await serveDesk(smallDesk());
  });
});

test('a change is announced to those sessions alone whose list of tools it changed, once each', async () => {
  const keys = {
    administrator: served.createKey(),
    knowledge: served.createKey({ scopes: ['read:kb'] }),
    user: served.createKey({ as: 'uma@north.example' }),
  };
  const open = async (key: string) => {
    const session = await openSession(served.endpoint, key);
    const stream = await session.listen();
    return { ...session, stream };
  };
  const sessions = {
    administrator: await open(keys.administrator),
    knowledge: await open(keys.knowledge),
    user: await open(keys.user),
  };
  // Nobody's list: settings that tools only read. Then the agents', the administrator's, and the user's.
  served.configure({ noteVisibility: 'public' });
  served.configure({ mode: 'halo-compatible' });
  const all = ['get_user_info', 'get_knowledge', 'get_one_article', 'get_my_tickets', 'search_tickets', 'log_time'];
  const without = (...names: string[]) => all.filter((name) => !names.includes(name));
  served.configure({ includeAllSystemTools: false, tools: all });
  served.configure({ tools: without('log_time') });
  served.configure({ tools: without('log_time', 'get_my_tickets') });
  served.configure({ tools: without('log_time', 'get_my_tickets', 'get_one_article') });
  const heard = async ({ stream, ...session }: (typeof sessions)[keyof typeof sessions]): Promise<number> => {
    // Whatever was sent stands before the end of the stream.
    expect(await session.delete()).toBe(200);
    const methods = await endOf(stream);
    expect(new Set(methods)).toEqual(new Set([changed]));
    return methods.length;
  };
  expect(await heard(sessions.administrator)).toBe(3);
  expect(await heard(sessions.knowledge)).toBe(2);
  expect(await heard(sessions.user)).toBe(3);
});

test('a change of an application’s scopes is announced to its own sessions alone', async () => {
  const { id, first } = createApplication(['read:kb']);
  const mine = await openSession(served.endpoint, first.plaintext);
  const other = await openSession(served.endpoint, served.createKey());
  const streams = [await mine.listen(), await other.listen()] as const;
  served.core.access.applications.update(id, { scopes: ['read:kb', 'read:tickets'] });
  await Promise.all([mine.delete(), other.delete()]);
  expect(await endOf(streams[0])).toEqual([changed]);
  expect(await endOf(streams[1])).toEqual([]);
});

describe('with room for three sessions', () => {
  let door: EndpointDoor;
  let endpoint: string;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const sessionLimits: SessionLimits = { maximum: 3, idleMilliseconds: 60_000 };
    door = createEndpointDoor({ ...served.core, origin: () => served.url, version: '1', sessionLimits });
    const server = createServer((request, response) => {
      const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
      // As the public door does: the client learns at once that its stream is open.
      response.writeHead = (...given: unknown[]) => {
        writeHead(...given).flushHeaders();
        return response;
      };
      void door.handle(request, response, undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/mcp`;
    close = async () => {
      await door.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
  });

  afterEach(() => close());

  test('the one that was idle longest goes, and its client is told to initialize anew', async () => {
    const key = served.createKey();
    const sessions = [];
    for (let opened = 0; opened < 3; opened += 1) sessions.push(await openSession(endpoint, key));
    const [first, second, third] = sessions;
    expect(await first?.ask('ping')).toBe(200);
    const fourth = await openSession(endpoint, key);
    expect(door.openSessions).toBe(3);
    expect(await second?.ask('ping')).toBe(404);
    for (const kept of [first, third, fourth]) expect(await kept?.ask('ping')).toBe(200);
  });

  test('fifty clients never hold more than three', async () => {
    const key = served.createKey();
    await Promise.all(Array.from({ length: 50 }, () => openSession(endpoint, key)));
    expect(door.openSessions).toBe(3);
  });

  test('one with an open stream is spared, until all have one', async () => {
    const key = served.createKey();
    const first = await openSession(endpoint, key);
    const stream = await first.listen();
    for (let opened = 0; opened < 5; opened += 1) await openSession(endpoint, key);
    expect(await first.ask('ping')).toBe(200);
    for (let opened = 0; opened < 3; opened += 1) await (await openSession(endpoint, key)).listen();
    expect(door.openSessions).toBe(3);
    await endOf(stream);
    expect(await first.ask('ping')).toBe(404);
  });

  test('idle ones go when another comes, however much room there is', async () => {
    const key = served.createKey();
    const idle = await openSession(endpoint, key);
    const listening = await openSession(endpoint, key);
    const stream = await listening.listen();
    now += 60_001;
    await openSession(endpoint, key);
    expect(await idle.ask('ping')).toBe(404);
    expect(await listening.ask('ping')).toBe(200);
    stream.close();
  });
});
