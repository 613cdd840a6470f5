import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSystemPorts } from '../../src-main/ports.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { WorkbenchEvent } from '../../src-shared/events/workbench-event.ts';
import { modelServerKey as key, startModelServer } from '../support/model-server.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { createPoster } from '../support/post-mcp.ts';
import { type RawModelServer, startRawModelServer } from '../support/raw-model-server.ts';

let folder: string;
let admin: OpenAdmin;
let server: LLMock;
let raw: RawModelServer;
/** Everything that was logged, with its details as deep as they go. */
const logged: string[] = [];

const log = (message: string, details?: object): void => void logged.push(message + inspect(details, { depth: 20 }));
const open = () => {
  const ports = createSystemPorts({ info: log, warn: log, error: log });
  return openAdmin({ folder, patience: { firstByte: 500, silence: 500 } }, { ports });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'connections-'));
  [admin, server, raw] = [await open(), await startModelServer(), await startRawModelServer()];
});

afterAll(async () => {
  await Promise.all([server.stop(), raw.close(), admin.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const settings = (change: object = {}) => ({
  ...{ name: 'Team', kind: 'openai', baseUrl: `${server.url}/v1`, model: 'gpt-4.1', organization: '', project: '' },
  ...(change as { kind: 'openai' }),
});

/** A stored connection that goes with the test. */
async function withConnection<T>(
  work: (made: Awaited<ReturnType<OpenAdmin['client']['connections']['save']>>) => Promise<T>,
  change: object = {},
): Promise<T> {
  const { connections } = admin.client;
  const made = await connections.save({ settings: settings(change), key });
  try {
    return await work(made);
  } finally {
    const left = (await connections.list()).find(({ id }) => id === made.id);
    if (left !== undefined) await connections.remove({ id: left.id, revision: left.revision });
  }
}

test('the offline model is always there, first, works, and can be neither changed nor deleted', async () => {
  const { connections } = admin.client;
  const [offline] = await connections.list();
  expect(offline).toMatchObject({ id: 'offline', kind: 'offline', isDefault: true, baseUrl: `${admin.served.url}/v1` });
  expect(await connections.test({ id: 'offline' })).toMatchObject({ works: true, model: 'offline' });
  expect((await connections.get({ id: 'offline' })).lastTest).toMatchObject({ works: true });
  expect(await connections.listModels({ id: 'offline' })).toEqual({ models: ['offline'] });
  const change = connections.save({ id: 'offline', revision: 0, settings: settings() });
  await expect(change).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(connections.remove({ id: 'offline', revision: 0 })).rejects.toMatchObject({ code: 'not_allowed' });
});

describe('a connection', () => {
  test('is versioned, and a change of what others saved since is refused', async () => {
    const { connections } = admin.client;
    await withConnection(async ({ id, revision }) => {
      const changed = await connections.save({ id, revision, settings: settings({ model: 'gpt-5' }) });
      expect(changed).toMatchObject({ model: 'gpt-5', key: { state: 'stored', hint: 'Zq7w' } });
      expect(changed.revision).toBeGreaterThan(revision);
      const late = { id, revision, settings: settings({ model: 'gpt-6' }) };
      await expect(connections.save(late)).rejects.toMatchObject({ code: 'conflict' });
      await expect(connections.remove({ id, revision })).rejects.toMatchObject({ code: 'conflict' });
      const same = await connections.save({ id, revision: changed.revision, settings: settings({ model: 'gpt-5' }) });
      expect(same.revision).toBe(changed.revision);
    });
  });

  test('has a name of its own, in any case of letters', async () => {
    const { connections } = admin.client;
    await withConnection(async () => {
      for (const name of ['team', 'OFFLINE MODEL', 'offline']) {
        const made = connections.save({ settings: settings({ name }), key });
        await expect(made, name).rejects.toMatchObject({ code: 'conflict' });
      }
    });
  });

  test('is to a server by https, or on this machine', async () => {
    const { connections } = admin.client;
    const wrong = [
      ...['http://example.org/v1', 'http://10.0.0.5:8080/v1', 'http://127.0.0.1.example.org/v1', 'ftp://a/v1'],
      ...['https://name:word@example.org/v1', 'https://example.org/v1?key=1', 'https://example.org/#a', 'nowhere'],
      ...['http://127.1/v1', 'http://[::2]/v1', 'http://127.0.0.1\\@example.org/v1', 'http://localhost.example.org'],
    ];
    for (const baseUrl of wrong) {
      const refused = {
        code: 'invalid_arguments',
        message: expect.stringContaining('base URL cannot be used') as string,
      };
      await expect(connections.save({ settings: settings({ baseUrl }), key }), baseUrl).rejects.toMatchObject(refused);
      await expect(connections.test({ settings: settings({ baseUrl }), key }), baseUrl).rejects.toMatchObject(refused);
    }
    const right: [object, string][] = [
      [{ baseUrl: ' HTTPS://API.Example.org:443/v1// ' }, 'https://api.example.org/v1'],
      [{ baseUrl: 'http://localhost:11434/v1' }, 'http://localhost:11434/v1'],
      [{ baseUrl: 'http://[::1]:8080/' }, 'http://[::1]:8080'],
      [{ kind: 'azure', baseUrl: 'https://contoso.openai.azure.com/' }, 'https://contoso.openai.azure.com/openai/v1'],
      [
        { kind: 'azure', baseUrl: 'https://contoso.openai.azure.com/openai/v1/' },
        'https://contoso.openai.azure.com/openai/v1',
      ],
    ];
    for (const [change, baseUrl] of right) {
      await withConnection(async (made) => expect(made.baseUrl).toBe(baseUrl), change);
    }
  });

  test('reaches the pages when somebody else saves it', async () => {
    const stop = new AbortController();
    const events = await admin.client.events.subscribe(undefined, { signal: stop.signal });
    const seen: WorkbenchEvent[] = [];
    await withConnection(async () => {
      for await (const event of events) {
        seen.push(event);
        if (event.kind === 'configuration') break;
      }
    });
    stop.abort();
    expect(seen.at(-1)).toMatchObject({ kind: 'configuration', object: 'connection' });
    expect(JSON.stringify(seen)).not.toContain(key);
  });
});

describe('a test', () => {
  test('asks the server once, and what came of it stays until the connection is changed', async () => {
    const { connections } = admin.client;
    await withConnection(async ({ id, revision, lastTest }) => {
      expect(lastTest).toBeUndefined();
      server.clearRequests();
      const result = await connections.test({ id });
      expect(result).toMatchObject({ works: true, model: 'gpt-4.1', message: 'gpt-4.1 answered.' });
      expect(result.firstEvent).toBeLessThanOrEqual(result.total);
      expect(server.getRequests().map(({ path }) => path)).toEqual(['/v1/responses']);
      expect((await connections.get({ id })).lastTest).toEqual(result);
      await connections.save({ id, revision, settings: settings({ model: 'gpt-5' }) });
      expect((await connections.get({ id })).lastTest).toBeUndefined();
    });
  });

  test('that fails is a result with a sentence, of stored and of unsaved values', async () => {
    const { connections } = admin.client;
    const wrongKey = { settings: settings(), key: 'sk-of-nobody-at-all' };
    expect(await connections.test(wrongKey)).toMatchObject({
      works: false,
      message: expect.stringContaining('Team refuses the key') as string,
    });
    expect(await connections.test({ settings: settings() })).toMatchObject({
      works: false,
      message: expect.stringContaining('has no key') as string,
    });
    expect(await connections.test({ settings: settings(), key })).toMatchObject({ works: true });
    expect(await connections.listModels({ settings: settings({ name: '', model: '' }), key })).toMatchObject({
      models: expect.any(Array) as string[],
    });
    await expect(connections.listModels(wrongKey)).rejects.toMatchObject({ code: 'connection_failed' });
  });

  test('ends when whoever asked stops waiting', async () => {
    let hungUp = false;
    raw.plan((reply) => void reply.once('close', () => (hungUp = true)));
    const stop = new AbortController();
    const asked = admin.client.connections.test(
      { settings: settings({ baseUrl: raw.url }), key },
      { signal: stop.signal },
    );
    await expect.poll(() => raw.requests.length).toBe(1);
    stop.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => hungUp).toBe(true);
  });
});

describe('a stored key', () => {
  test('is never told again, and stands in no file, log, event, error or version', async () => {
    const { connections } = admin.client;
    const told: unknown[] = [];
    const note = async (work: Promise<unknown>) => void told.push(await work.catch((error: unknown) => error));
    await withConnection(async (made) => {
      const { id, revision } = made;
      await note(connections.list());
      await note(connections.get({ id }));
      await note(connections.removal({ id }));
      await note(connections.test({ id }));
      await note(connections.listModels({ id }));
      // The key in a place where it is wrong, and with a server that repeats it.
      await note(connections.save({ id, revision, settings: settings(), key: `${key} ` + 'with a space' }));
      await note(connections.save({ id, revision: revision + 5, settings: settings(), key }));
      await note(connections.save({ settings: settings(), key }));
      raw.plan((reply) => void reply.writeHead(400).end(JSON.stringify({ error: { message: `no ${key}` } })));
      await note(connections.test({ settings: settings({ baseUrl: raw.url }), key }));
      await note(connections.listModels({ settings: settings({ baseUrl: raw.url }), key }));
      await note(connections.save({ id, revision, settings: settings({ organization: 'org' }) }));
      expect(inspect([made, told], { depth: 20 })).not.toContain(key);
      expect(raw.requests).toHaveLength(2);
    });
    const bodies = admin.served.core.database.connection.prepare('SELECT body FROM conf_version').pluck().all();
    expect(JSON.stringify(bodies)).toContain('gpt-4.1');
    expect(JSON.stringify(bodies)).not.toContain(key);
    expect(logged.join('\n')).not.toContain(key);
    expect(filesWith(key)).toEqual([]);
  });

  test('goes to the server that it was stored for and to no other', async () => {
    const { connections } = admin.client;
    raw.plan((reply) => void reply.writeHead(500).end());
    await withConnection(async ({ id, revision }) => {
      const elsewhere = settings({ baseUrl: `${raw.url}/v1` });
      expect(await connections.test({ id, settings: elsewhere })).toMatchObject({
        works: false,
        message: expect.stringContaining('is for another server') as string,
      });
      await expect(connections.listModels({ id, settings: elsewhere })).rejects.toThrow('is for another server');
      await expect(connections.save({ id, revision, settings: elsewhere })).rejects.toThrow('is for another server');
      expect(raw.requests).toHaveLength(0);
      const moved = await connections.save({ id, revision, settings: elsewhere, key: 'sk-for-the-other-server' });
      await connections.test({ id });
      expect(raw.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-for-the-other-server']);
      const forgotten = await connections.save({ id, revision: moved.revision, settings: elsewhere, key: null });
      expect(forgotten.key).toEqual({ state: 'none', hint: '' });
    });
  });

  test('that cannot be read after the folder was moved is asked for anew, and nothing else is in the way', async () => {
    const made = await admin.client.connections.save({ settings: settings({ name: 'Moved' }), key });
    await admin.close();
    rmSync(join(folder, 'secret.key'));
    admin = await open();
    const { connections } = admin.client;
    const { id, revision } = made;
    const state = { state: 'unreadable', hint: 'Zq7w', why: expect.stringContaining('secret.key') as string };
    expect((await connections.get({ id })).key).toEqual(state);
    expect(await connections.test({ id })).toMatchObject({
      works: false,
      message: expect.stringContaining('Enter the key anew') as string,
    });
    expect(await connections.test({ id: 'offline' })).toMatchObject({ works: true });
    const found = (await admin.client.doctor.check()).find(({ name }) => name === 'connections');
    expect(found).toMatchObject({
      level: 'note',
      message: expect.stringContaining('"Moved" cannot be read') as string,
    });
    const saved = await connections.save({ id, revision, settings: settings({ name: 'Moved' }), key });
    expect(saved.key).toEqual({ state: 'stored', hint: 'Zq7w' });
    expect(await connections.test({ id })).toMatchObject({ works: true });
    await connections.remove({ id, revision: saved.revision });
  });
});

describe('the default connection', () => {
  test('is one for the workbench, and removing it turns the endpoint off after saying whom that shuts out', async () => {
    const { connections, endpoint } = admin.client;
    await withConnection(async ({ id, revision }) => {
      const list = await connections.setDefault({ id });
      expect(list.filter(({ isDefault }) => isDefault).map((each) => each.id)).toEqual([id]);
      expect((await endpoint.get()).settings).toMatchObject({ defaultConnection: id, enabled: true });
      const poster = createPoster(admin.served.endpoint, admin.served.createKey());
      await poster.call('get_user_info');
      expect(await connections.removal({ id })).toEqual({
        message:
          'It is the default connection. The MCP endpoint is turned off with it. 1 connected client gets in no more.',
        uses: [],
      });
      await connections.remove({ id, revision });
      expect((await endpoint.get()).settings).toMatchObject({ defaultConnection: 'none', enabled: false });
    });
    await connections.setDefault({ id: 'offline' });
    await endpoint.enable();
  });

  test('is a connection that there is, and what older settings say of it is still read', async () => {
    const { connections, endpoint } = admin.client;
    await expect(connections.setDefault({ id: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(endpoint.update({ defaultConnection: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
    const { core } = admin.served;
    const bodies = core.database.connection
      .prepare<[string], string>('SELECT body FROM conf_version WHERE object_id = ?')
      .pluck();
    const stored = bodies
      .all(defaultEndpointId)
      .map((body) => (JSON.parse(body) as { defaultConnection: string }).defaultConnection);
    expect(stored).toEqual(expect.arrayContaining(['offline', 'none']));
    await connections.setDefault({ id: 'none' });
    await admin.close();
    admin = await open();
    expect((await admin.client.endpoint.get()).settings.defaultConnection).toBe('none');
    await admin.client.connections.setDefault({ id: 'offline' });
  });
});

/** Every file of the data folder in which the text stands, as bytes. */
function filesWith(text: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  expect(files).toEqual(expect.arrayContaining(['workbench.sqlite', 'workbench.sqlite-wal', 'secret.key']));
  return files.filter((name) => readFileSync(join(folder, name)).includes(text));
}
