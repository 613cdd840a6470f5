import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createSystemPorts, type Log } from '../../src-main/ports.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { checksumDesk } from '../support/desk-checksum.ts';
import { createPoster } from '../support/post-mcp.ts';
import { openRawConnection, rawRequest, type RawReply, sendRaw } from '../support/raw-http.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { smallDesk, ticketRow } from '../support/small-desk.ts';

interface Options {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

let served: ServedDesk;
let key: string;
let now = Date.now();
let before: unknown;
const faults: string[] = [];

beforeAll(async () => {
  const rows = smallDesk();
  rows.desk_ticket.push(ticketRow(1));
  const log: Log = { info: () => undefined, warn: () => undefined, error: (message) => faults.push(message) };
  served = await serveDesk(rows, {}, { ...createSystemPorts(log), now: () => now });
  key = served.createKey();
  before = readTraces();
});

afterAll(() => served.close());

// After whatever was sent: the desk is as it was, nothing was logged as a fault, and the next caller is answered.
afterEach(async () => {
  expect(readTraces()).toEqual(before);
  expect(faults.splice(0)).toEqual([]);
  expect((await createPoster(served.endpoint, key).request('ping')).message.result).toEqual({});
});

function readTraces(): unknown {
  const { connection } = served.core.database;
  return [checksumDesk(connection), connection.prepare('SELECT count(*) FROM trace_change_set').pluck().get()];
}

function countCalls(): number {
  return Number(served.core.database.connection.prepare('SELECT count(*) FROM trace_call').pluck().get());
}

const call = (id: string, params = '{"name":"get_user_info"}'): string =>
  `{"jsonrpc":"2.0","id":${id},"method":"tools/call","params":${params}}`;
const note = '{"name":"add_note_to_ticket","arguments":{"ticket_id":1,"note":"x"}}';

const build = (body: string, { headers, ...options }: Options = {}): string =>
  rawRequest(served.endpoint, body, { ...options, headers: { 'X-Halo-Api-Key': key, ...headers } });

const send = async (body: string, options?: Options): Promise<RawReply> =>
  (await sendRaw(served.url, build(body, options))) ?? { status: 0, headers: {}, body: '' };

/** The error of a JSON-RPC reply; throws when it is none. */
function errorOf({ body }: RawReply): { code: number; message: string } {
  const { jsonrpc, error } = JSON.parse(body) as { jsonrpc: string; error: { code: number; message: string } };
  expect(jsonrpc).toBe('2.0');
  expect(error.message).toMatch(/^\S.{10,}/s);
  return error;
}

const deepList = '['.repeat(100_000) + ']'.repeat(100_000);
const deepObject = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;

describe('what is no JSON-RPC message is refused', () => {
  test.each([
    ['nothing', '', -32700],
    ['half a message', '{"jsonrpc":', -32700],
    ['a byte order mark', '\uFEFF{"jsonrpc":"2.0","id":1,"method":"ping"}', -32700],
    ['null', 'null', -32600],
    ['a number', '1', -32600],
    ['an empty object', '{}', -32600],
    ['another version', '{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600],
    ['no method', '{"jsonrpc":"2.0","id":1}', -32600],
    ['a method that is a number', '{"jsonrpc":"2.0","id":1,"method":5}', -32600],
    ['parameters that are text', '{"jsonrpc":"2.0","id":1,"method":"ping","params":"x"}', -32600],
    ['parameters that are a list', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}', -32600],
    ['the message behind __proto__', '{"__proto__":{"jsonrpc":"2.0","method":"ping"},"id":1}', -32600],
    ['100,000 nested lists', deepList, -32600],
    ['100,000 nested objects as arguments', call('1', `{"name":"get_user_info","arguments":${deepObject}}`), -32600],
    ['100,000 nested lists as an id', call(deepList), -32600],
    ['nesting on the way of the SDK', call('1', `{"name":"x","_meta":{"progressToken":1,"x":${deepList}}}`), -32600],
    ['an empty batch', '[]', -32600],
    ['a batch of no messages', '[1,"x",null]', -32600],
    ['a batch of 300,000 numbers', `[${'1,'.repeat(300_000)}1]`, -32600],
    ['a batch of 2,000 calls', `[${Array.from({ length: 2000 }, (_, id) => call(String(id), note)).join()}]`, -32600],
    ['a batch with one id twice', `[${call('1', note)},${call('1', note)}]`, -32600],
    ...['null', '1.5', '1e400', 'true', '[]', '{}', '9007199254740993'].map(
      (id) => [`the id ${id}`, call(id, note), -32600] as const,
    ),
  ] as const)('%s', async (_, body, code) => {
    const calls = countCalls();
    const reply = await send(body);
    expect(reply.status).toBe(400);
    expect(errorOf(reply).code).toBe(code);
    expect(countCalls()).toBe(calls);
  });

  test('bytes that are not UTF-8', async () => {
    const request = Buffer.from(build(call('1', '{"name":"get_user_info","arguments":{"x":"??"}}')));
    request.write('\xFF\xFE', request.indexOf('??'), 'latin1');
    const reply = await sendRaw(served.url, request);
    expect(reply).toMatchObject({ status: 400, body: expect.stringContaining('UTF-8') as string });
  });

  test('whatever JSON is sent, the reply is well-formed and no fault', async () => {
    const poster = createPoster(served.endpoint, key);
    const member = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('tools/list', 'ping', 'initialize', 'server/discover', '2.0', 1),
    );
    const message = fc.record(
      { jsonrpc: member, id: member, method: member, params: member, result: member },
      { requiredKeys: [], noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), message, fc.array(message, { maxLength: 3 })), async (body) => {
        const { status, message: reply } = await poster.send(body);
        expect([200, 202, 400, 404]).toContain(status);
        if (status === 202) return;
        for (const each of Array.isArray(reply) ? (reply as (typeof reply)[]) : [reply]) {
          expect(each.jsonrpc).toBe('2.0');
          expect(each.error?.code ?? 0).not.toBe(-32603);
        }
      }),
      { numRuns: 300, seed: 20_261, endOnFailure: true },
    );
  }, 60_000);
});

describe('a strange call is answered as what it is', () => {
  test.each([
    ['no name', '{}'],
    ['a name that is a number', '{"name":5}'],
    ['a name behind __proto__', '{"__proto__":{"name":"get_user_info"}}'],
    ['the name __proto__', '{"name":"__proto__"}'],
    ['the name constructor', '{"name":"constructor"}'],
    ['a name of 100,000 characters', `{"name":"${'x'.repeat(100_000)}"}`],
    ['a name with NUL', '{"name":"get_user_info\\u0000"}'],
  ])('%s', async (_, params) => {
    const reply = await send(call('1', params));
    expect(reply.status).toBe(200);
    expect(errorOf(reply).code).toBe(-32602);
    expect(reply.body.length).toBeLessThan(400);
  });

  test.each(['""', '0', '-1', '"\\ud800"', '"\\u0000"', `"${'x'.repeat(1_000_000)}"`])(
    'the id %.20s comes back',
    async (id) => {
      const reply = await send(call(id));
      expect(reply.status).toBe(200);
      expect((JSON.parse(reply.body) as { id: unknown }).id).toBe(JSON.parse(id));
    },
  );

  test('of a key given twice the last counts, in the check as in the call', async () => {
    const reply = await send(call('1', '{"name":"get_user_info","name":"get_one_ticket","arguments":{"ticket_id":1}}'));
    expect(reply.body).toContain('Ticket 1');
    const refused = await send(call('1', '{"name":"get_one_ticket","name":"nothing","arguments":{"ticket_id":1}}'));
    expect(errorOf(refused).message).toBe('Unknown tool: nothing');
  });

  test('a call without an id is a notification: taken, and not run', async () => {
    const calls = countCalls();
    const reply = await send(`{"jsonrpc":"2.0","method":"tools/call","params":${note}}`);
    expect({ status: reply.status, calls: countCalls() }).toEqual({ status: 202, calls });
  });
});

describe('a request is refused for', () => {
  test.each([
    ['an unknown method', 405, { method: 'PUT' }],
    ['OPTIONS', 405, { method: 'OPTIONS' }],
    ['TRACE', 405, { method: 'TRACE' }],
    ['GET without a session', 405, { method: 'GET' }],
    ['DELETE without a session', 405, { method: 'DELETE' }],
    ['another type', 415, { headers: { 'Content-Type': 'text/plain' } }],
    ['no type', 415, { headers: { 'Content-Type': undefined } }],
    ['a form', 415, { headers: { 'Content-Type': 'multipart/form-data; boundary=application/json' } }],
    ['compression', 415, { headers: { 'Content-Encoding': 'gzip' } }],
    ['a foreign Host', 403, { headers: { Host: 'evil.example' } }],
    ['a foreign Host that begins well', 403, { headers: { Host: '127.0.0.1.evil.example' } }],
    ['a foreign Origin', 403, { headers: { Origin: 'https://evil.example' } }],
    ['a hidden Origin', 403, { headers: { Origin: 'null' } }],
    ['an unknown session', 404, { headers: { 'Mcp-Session-Id': 'nobody' } }],
    ['an unknown revision', 400, { headers: { 'Mcp-Protocol-Version': '1999-01-01' } }],
    ...['/api/mcp//', '/api/mcp/%2e', '/api/mcp/..', '/api/mcp/../mcp', '/api/mcp/nope', '/api/mcp/%00'].map(
      (path) => [`the path ${path}`, 404, { path }] as const,
    ),
    ...['__proto__', 'constructor', `${defaultEndpointId}/x`, 'x'.repeat(8000)].map(
      (id) => [`the endpoint ${id.slice(0, 60)}`, 404, { path: `/api/mcp/${id}` }] as const,
    ),
  ] as const)('%s', async (_, status, options: Options) => {
    const calls = countCalls();
    const reply = await send(call('1', note), options);
    expect(reply.status).toBe(status);
    expect(errorOf(reply).message.length).toBeGreaterThan(20);
    expect(countCalls()).toBe(calls);
  });

  test.each([
    '/api//mcp',
    '/API/MCP',
    '//api/mcp',
    '/%61pi/mcp',
    '/api/mcp;x',
    '/api/mcp#x',
    '/',
    'http://evil.example/api/mcp',
  ])('the path %s, which leads nowhere', async (path) => {
    const reply = await send(call('1', note), { path });
    expect(reply.status).toBe(404);
    expect(reply.body).toContain(`The MCP endpoint is ${served.endpoint}`);
  });

  test('a body of 5 MB, whether or not it says so first', async () => {
    const announced = await send('x'.repeat(5_000_000));
    expect(announced.status).toBe(413);
    expect(errorOf(announced).message).toContain('4 MiB');
    const chunk = `100000\r\n${'x'.repeat(1 << 20)}\r\n`;
    const chunked = { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' };
    const streamed = await sendRaw(served.url, `${build('', { headers: chunked })}${chunk.repeat(5)}0\r\n\r\n`);
    expect(streamed?.status).toBe(413);
  });

  test.each([
    ['no request at all', () => 'hello\r\n\r\n'],
    ['a header with NUL', () => build('', { headers: { 'X-Bad': 'a\0b' } })],
    ['a header of 20,000 characters', () => build('', { headers: { 'X-Big': 'x'.repeat(20_000) } })],
    ['two lengths', () => build(call('1', note)).replace('Content-Length:', 'Content-Length: 1\r\nContent-Length:')],
    ['a length and chunks', () => build(call('1', note), { headers: { 'Transfer-Encoding': 'chunked' } })],
    ['a method that HTTP lacks', () => build('', { method: 'FROB' })],
  ])('%s, with a sentence, and the connection is closed', async (_, bytes) => {
    const connection = await openRawConnection(served.url);
    connection.write(bytes());
    const reply = await connection.next();
    expect([400, 431]).toContain(reply?.status);
    expect((JSON.parse(reply?.body ?? '') as { message: string }).message).toMatch(/headers/);
    expect(await connection.next()).toBe(undefined);
  });

  test('a request that names no Host', async () => {
    const reply = await sendRaw(served.url, build(call('1', note), { headers: { Host: undefined } }));
    expect(reply?.status).toBe(400);
  });

  test('a body that breaks off, which is not run', async () => {
    const calls = countCalls();
    const connection = await openRawConnection(served.url);
    connection.socket.end(build(call('1', note)).slice(0, -3));
    expect((await connection.next())?.status ?? 400).toBe(400);
    expect(countCalls()).toBe(calls);
  });
});

test('a hundred connections that never finish their headers keep nobody else waiting', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, () => openRawConnection(served.url)));
  for (const connection of slow) connection.write('POST /api/mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
  expect((await send(call('1'))).status).toBe(200);
  for (const connection of slow) connection.close();
});

describe('no data without a good key:', () => {
  let applicationId: string;
  let rolling: { key: { id: number }; plaintext: string };

  beforeEach(() => {
    const { applications, keys } = served.core.access;
    const actsAs = { kind: 'agent', agentId: 1 } as const;
    const name = `Keys ${applications.list().length}`;
    applicationId = applications.create({ name, method: 'static_key', actsAs, scopes: ['all'] }).application.id;
    rolling = keys.create(applicationId);
  });

  const spoil: Readonly<Record<string, () => Options['headers']>> = {
    none: () => ({ 'X-Halo-Api-Key': undefined }),
    'an invented one': () => ({ 'X-Halo-Api-Key': `halo_${'A'.repeat(43)}` }),
    'one with a letter changed': () => ({ 'X-Halo-Api-Key': `${rolling.plaintext.slice(0, -1)}_` }),
    'a very long one': () => ({ 'X-Halo-Api-Key': 'x'.repeat(8000) }),
    'SQL instead of one': () => ({ 'X-Halo-Api-Key': "' OR '1'='1" }),
    'another scheme': () => ({ 'X-Halo-Api-Key': undefined, Authorization: `Basic ${rolling.plaintext}` }),
    'two different ones': () => ({ 'X-Halo-Api-Key': rolling.plaintext, Authorization: `Bearer ${key}` }),
    'a disabled one': () => {
      served.core.access.keys.disable(rolling.key.id);
      return { 'X-Halo-Api-Key': rolling.plaintext };
    },
    'an expired one': () => {
      served.core.access.keys.setExpiry(rolling.key.id, now + 1000);
      now += 1000;
      return { 'X-Halo-Api-Key': rolling.plaintext };
    },
    'one that was rolled': () => {
      served.core.access.keys.roll(rolling.key.id);
      return { 'X-Halo-Api-Key': rolling.plaintext };
    },
    'one of a disabled application': () => {
      served.core.access.applications.disable(applicationId);
      return { 'X-Halo-Api-Key': rolling.plaintext };
    },
  };

  test.each(Object.entries(spoil))('%s', async (_, makeHeaders) => {
    const headers = makeHeaders();
    const calls = countCalls();
    for (const path of ['/api/mcp', '/api/mcp/nope']) {
      const reply = await send(call('1', note), { path, ...(headers === undefined ? {} : { headers }) });
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toMatch(/^Bearer .*resource_metadata="http/);
      expect(errorOf(reply).message).toMatch(/^.{20,}\.$/);
    }
    expect(countCalls()).toBe(calls);
  });
});
