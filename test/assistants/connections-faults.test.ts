import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCore, type ServedCore } from '../support/serve-core.ts';
import { type RawModelServer, startRawModelServer } from '../support/raw-model-server.ts';

const key = 'sk-raw-0a1b2c3d4e5f6071-plaintext-Kd3x';
let served: ServedCore;
let server: RawModelServer;
let elsewhere: RawModelServer;
let id: string;

beforeAll(async () => {
  served = await serveCore({ patience: { firstByte: 5000, silence: 1200 } });
  [server, elsewhere] = [await startRawModelServer(), await startRawModelServer()];
  const { connections } = served.core;
  const settings = connections.configured.plan(undefined, {
    ...{ name: 'Raw', kind: 'openai', baseUrl: `${server.url}/v1/`, model: 'm', organization: 'org-1', project: '' },
  });
  id = connections.save('raw', settings, key, 'test').id;
});

afterAll(async () => {
  await Promise.all([server.close(), elsewhere.close()]);
  await served.close();
});

const head = { 'content-type': 'text/event-stream' };
const response = { id: 'resp_1', output: [], model: 'm' };
const sse = (event: object): string => `data: ${JSON.stringify(event)}\n\n`;
const created = sse({ type: 'response.created', response });
const completed = sse({ type: 'response.completed', response });

/** What one request gives: the types of its events, and the failure that ended it. */
async function ask(answer: (response: ServerResponse) => void) {
  server.plan(answer);
  const types: string[] = [];
  try {
    const body = { model: '', input: 'Hi', stream: true } as const;
    const { events } = await served.core.connections.open(id).stream(body, new AbortController().signal);
    for await (const { event } of events) types.push(event.type);
  } catch (error) {
    return { types, failure: error as { message: string; details: Record<string, unknown> } };
  }
  return { types, failure: undefined };
}

const send =
  (...parts: string[]) =>
  (reply: ServerResponse): void => {
    reply.writeHead(200, head);
    for (const part of parts) reply.write(part);
    reply.end();
  };

describe('a stream of events', () => {
  test('is read however its bytes are cut and its lines end', async () => {
    const text = `: hello\r\n\r\nevent: x\r\n${created.replaceAll('\n', '\r\n')}data: {"type":"response.later",\ndata: "note":"grün €"}\n\n${completed}`;
    const { types, failure } = await ask((reply) => {
      reply.writeHead(200, head);
      for (const byte of Buffer.from(text)) reply.write(Buffer.from([byte]));
      reply.end();
    });
    expect(failure).toBeUndefined();
    expect(types).toEqual(['response.created', 'response.later', 'response.completed']);
  });

  test('is left at its last event, though the server goes on', async () => {
    const { types, failure } = await ask((reply) => {
      reply.writeHead(200, head);
      reply.write(created + completed + created);
    });
    expect(failure).toBeUndefined();
    expect(types).toEqual(['response.created', 'response.completed']);
  });

  const broken: Record<string, [string, string]> = {
    'is no JSON': ['data: {"type":\n\n', 'an event that is no JSON'],
    'has no type': ['data: {"delta":"x"}\n\n', 'an event without a type'],
    'is no object': ['data: 12\n\n', 'an event without a type'],
    'lacks what is relied upon': [
      sse({ type: 'response.output_text.delta', item_id: 'a', output_index: 0 }),
      'an event "response.output_text.delta" whose "delta"',
    ],
    'has another form': [
      sse({ type: 'response.output_item.added', output_index: 'first', item: {} }),
      'an event "response.output_item.added" whose',
    ],
  };
  test.each(Object.entries(broken))(
    'with an event that %s ends with a sentence, after what was good',
    async (_, [event, words]) => {
      const { types, failure } = await ask(send(created, event, completed));
      expect(types).toEqual(['response.created']);
      expect(failure?.details).toMatchObject({ reason: 'malformed', technical: expect.any(String) as string });
      expect(failure?.message).toContain(words);
    },
  );

  test('that ends before its last event is told as cut off', async () => {
    expect((await ask(send(created))).failure?.message).toContain('The answer broke off');
    expect((await ask(send())).failure?.message).toContain('ended the answer before it began');
    expect((await ask(send(created, completed.trimEnd()))).failure?.details).toMatchObject({ reason: 'cut' });
  });

  test('with an enormous event, or without an end of it, is left at the bound', async () => {
    const part = 'x'.repeat(1024 * 1024);
    let sent = 0;
    const { failure } = await ask((reply) => {
      reply.writeHead(200, head);
      reply.write('data: {"type":"');
      const more = (): void => {
        sent += 1;
        if (sent < 200 && !reply.destroyed) reply.write(part, () => more());
      };
      more();
    });
    expect(failure?.details).toMatchObject({ reason: 'too-large' });
    expect(failure?.message).toContain('longer than 8 MiB');
    expect(sent).toBeLessThan(60);
  });

  test('that goes silent is left, and how long was waited is said', async () => {
    const { types, failure } = await ask((reply) => {
      reply.writeHead(200, head);
      reply.write(created);
    });
    expect(types).toEqual(['response.created']);
    expect(failure?.message).toContain('sent nothing for 1.2 seconds');
  });

  test('that tells of a failure gives the event and then fails, in each of the forms', async () => {
    const error = { code: 'server_error', message: 'The model is on fire.' };
    const forms = [
      sse({ type: 'error', ...error }),
      sse({ type: 'response.failed', response: { ...response, error } }),
      sse({ error }),
    ];
    for (const form of forms) {
      const { types, failure } = await ask(send(created, form));
      expect(types).toHaveLength(2);
      expect(failure?.message).toBe('The server gave up on the answer. It says: The model is on fire.');
      expect(failure?.details).toMatchObject({ reason: 'server-fault', code: 'server_error' });
    }
  });
});

describe('a reply that is no stream', () => {
  const reply =
    (status: number, type: string | undefined, body: string, more: Record<string, string> = {}) =>
    (to: ServerResponse): void => {
      to.writeHead(status, { ...(type !== undefined && { 'content-type': type }), ...more }).end(body);
    };
  const page = '<!doctype html><title>Sign in</title>';
  const wrong: Record<string, [(to: ServerResponse) => void, string, RegExp]> = {
    'a web page': [reply(200, 'text/html; charset=utf-8', page), 'not-responses-api', /answered with a web page/],
    JSON: [reply(200, 'application/json', '{}'), 'not-responses-api', /application\/json instead of a stream/],
    'no type': [reply(200, undefined, created), 'not-responses-api', /without a type/],
    'a web page with 404': [
      reply(404, 'text/html', page),
      'not-responses-api',
      /no Responses API at .*\/v1\/responses \(status 404\)/,
    ],
    'a web page with 502': [reply(502, 'text/html', page), 'server-fault', /status 502/],
    'a refusal as text': [
      reply(400, 'application/json', '{"detail":"temperature is too hot"}'),
      'refused',
      /It says: temperature is too hot/,
    ],
    'an error that is a text': [
      reply(404, 'application/json', '{"error":"model \'m\' not found"}'),
      'no-such-model',
      /no model "m"/,
    ],
    'a deployment that is not there': [
      reply(
        404,
        'application/json',
        '{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}',
      ),
      'no-such-model',
      /no model "m"/,
    ],
  };
  test.each(Object.entries(wrong))('but %s is said to be that', async (_, [answer, reason, words]) => {
    const { failure } = await ask(answer);
    expect(failure?.details).toMatchObject({ reason });
    expect(failure?.message).toMatch(words);
    expect(failure?.message).not.toContain('<');
  });

  test('but asks to wait until a date is said in seconds', async () => {
    const at = new Date(Date.now() + 90_000).toUTCString();
    const { failure } = await ask(
      reply(429, 'application/json', '{"error":{"message":"Slow down"}}', { 'retry-after': at }),
    );
    expect(failure?.message).toMatch(/Try again in (8\d|90) seconds\. It says: Slow down$/);
  });

  test('but repeats the key does not repeat it in what is told', async () => {
    const { failure } = await ask(
      reply(401, 'application/json', JSON.stringify({ error: { message: `Bad key ${key}` } })),
    );
    expect(inspect(failure, { depth: 9 })).not.toContain(key);
    expect(failure?.message).toContain('Bad key <key>');
  });

  test('but an error without end is read no further than its bound', async () => {
    let sent = 0;
    const { failure } = await ask((to) => {
      to.writeHead(500, { 'content-type': 'text/plain' });
      const more = (): void => {
        sent += 1;
        if (sent < 2000 && !to.destroyed) to.write('y'.repeat(16_384), () => more());
      };
      more();
    });
    expect(failure?.details).toMatchObject({ reason: 'server-fault' });
    expect(sent).toBeLessThan(1000);
  });
});

test('a redirect is not followed, neither elsewhere nor on the same server, and nothing is sent there', async () => {
  elsewhere.plan((to) => void to.end());
  for (const location of [`${elsewhere.url}/v1/responses`, '/v2/responses']) {
    const { failure } = await ask((to) => void to.writeHead(307, { location }).end());
    expect(failure?.details).toMatchObject({ reason: 'redirected', status: 307 });
    expect(server.requests).toHaveLength(1);
  }
  expect(elsewhere.requests).toHaveLength(0);
});

test('what is sent is the key, the organisation and the request, and nothing of this machine or its environment', async () => {
  process.env['OPENAI_CUSTOM_HEADERS'] = 'x-leak: 1\nauthorization: Bearer other';
  process.env['OPENAI_PROJECT_ID'] = 'proj_other';
  try {
    expect((await ask(send(created, completed))).failure).toBeUndefined();
  } finally {
    delete process.env['OPENAI_CUSTOM_HEADERS'];
    delete process.env['OPENAI_PROJECT_ID'];
  }
  const [request] = server.requests;
  expect(request?.url).toBe('/v1/responses');
  expect(JSON.parse(request?.body ?? '')).toEqual({ model: 'm', input: 'Hi', stream: true });
  const { authorization, 'openai-organization': organization, ...others } = request?.headers ?? {};
  expect({ authorization, organization }).toEqual({ authorization: `Bearer ${key}`, organization: 'org-1' });
  const usual = [
    'accept',
    'accept-encoding',
    'accept-language',
    'connection',
    'content-length',
    'content-type',
    'host',
    'sec-fetch-mode',
    'user-agent',
  ];
  expect(Object.keys(others).filter((name) => !usual.includes(name))).toEqual([]);
  expect(others['user-agent']).toBe('node');
});
