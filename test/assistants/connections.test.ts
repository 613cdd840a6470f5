import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedEvent } from '../../src-main/assistants/connections/model-connection.ts';
import type { ConnectionSettings } from '../../src-shared/domain/connection-settings.ts';
import { modelServerKey, startModelServer } from '../support/model-server.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

let served: ServedCore;
let server: LLMock;
let id: string;

beforeAll(async () => {
  served = await serveCore({ patience: { firstByte: 1500, silence: 1500 } });
  server = await startModelServer();
  id = save({});
});

afterAll(async () => {
  await server.stop();
  await served.close();
});

afterEach(() => void server.clearChaos());

function save(change: Partial<ConnectionSettings>, key: string | null = modelServerKey): string {
  const { connections, ports } = served.core;
  const wanted = {
    name: `Server ${ports.uuid()}`,
    kind: 'openai',
    baseUrl: `${server.url}/v1`,
    model: 'gpt-4.1',
  } as const;
  const settings = connections.configured.plan(undefined, { ...wanted, organization: '', project: '', ...change });
  return connections.save(ports.uuid(), settings, key, 'test').id;
}

async function ask(of: string, input = 'What is the weather?', signal = new AbortController().signal) {
  const { events, ...reply } = await served.core.connections
    .open(of)
    .stream({ model: '', input, store: false, stream: true }, signal);
  const received: ReceivedEvent[] = [];
  for await (const event of events) received.push(event);
  return { ...reply, received };
}

describe('the events of a server elsewhere', () => {
  test('come with the text that was sent and the moment of each', async () => {
    const now = (): number => performance.timeOrigin + performance.now();
    const before = now();
    const { status, received } = await ask(id);
    expect(status).toBe(200);
    expect(received.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['response.created', 'response.output_text.delta', 'response.completed']),
    );
    const text = received.map(({ event }) => (event.type === 'response.output_text.delta' ? event.delta : '')).join('');
    expect(text).toBe('The weather in Lisbon is fine, and stays so for the whole week.');
    for (const { event, text: sent, receivedAt } of received) {
      expect(JSON.parse(sent)).toEqual(event);
      expect(receivedAt).toBeGreaterThanOrEqual(before);
      expect(receivedAt).toBeLessThanOrEqual(now());
    }
  });

  test('are the same in kind as those of the offline model', async () => {
    const kinds = async (of: string) => new Set((await ask(of, 'one word')).received.map(({ event }) => event.type));
    expect(await kinds('offline')).toEqual(await kinds(id));
  });

  test('end with the signal, with its reason, while they come and before', async () => {
    const reason = new Error('stopped by the test');
    await expect(ask(id, 'weather', AbortSignal.abort(reason))).rejects.toBe(reason);
    const stop = new AbortController();
    const { events } = await served.core.connections
      .open(id)
      .stream({ model: '', input: 'What is the weather?', stream: true }, stop.signal);
    const take = async () => {
      for await (const _ of events) stop.abort(reason);
    };
    await expect(take()).rejects.toBe(reason);
  });
});

describe('a server that fails', () => {
  test('with 429 is asked once, and how long to wait is said', async () => {
    server.setChaos({ rateLimitRate: 1 });
    server.clearRequests();
    const failure = await failureOf(ask(id));
    expect(failure).toMatchObject({
      code: 'connection_failed',
      details: { reason: 'rate-limited', status: 429, retryAfter: expect.any(Number) as number },
    });
    expect(failure.message).toMatch(
      /^Server .* is asked too often, or for too much at a time\. Try again in (a second|\d+ seconds)\./,
    );
    expect(server.getRequests()).toHaveLength(1);
  });

  test('with 500 is asked once, and whose fault it is is said', async () => {
    server.setChaos({ dropRate: 1 });
    server.clearRequests();
    const failure = await failureOf(ask(id));
    expect(failure.details).toMatchObject({ reason: 'server-fault', status: 500 });
    expect(failure.message).toContain('has a fault of its own (status 500). Try again');
    expect(server.getRequests()).toHaveLength(1);
  });

  test('with a body that is no stream of events is told from one that works', async () => {
    server.setChaos({ malformedRate: 1 });
    expect((await failureOf(ask(id))).details).toMatchObject({ reason: 'not-responses-api' });
  });

  test('by hanging up is said to have hung up', async () => {
    server.setChaos({ disconnectRate: 1 });
    const failure = await failureOf(ask(id));
    expect(failure.details).toMatchObject({ reason: 'unreachable' });
    expect(failure.message).toContain('It hung up.');
  });

  test('by ending in the middle of an answer loses nothing of what had come', async () => {
    server.prependFixture({
      match: { userMessage: 'cut' },
      response: { content: 'This answer is longer than what will come of it, by far.' },
      latency: 10,
      truncateAfterChunks: 6,
    });
    const received: ReceivedEvent[] = [];
    const read = async () => {
      const stream = await served.core.connections
        .open(id)
        .stream({ model: '', input: 'cut', stream: true }, new AbortController().signal);
      for await (const event of stream.events) received.push(event);
    };
    const failure = await failureOf(read());
    expect(failure.code).toBe('connection_failed');
    expect(['cut', 'unreachable']).toContain(failure.details['reason']);
    expect(received.length).toBeGreaterThan(2);
  });

  test('to begin within the limit is left, and the limit is said', async () => {
    server.setChaos({ latencyMs: 5000 });
    const failure = await failureOf(ask(id));
    expect(failure.details).toMatchObject({ reason: 'timeout' });
    expect(failure.message).toContain('did not begin to answer within 1.5 seconds');
  });

  test('by refusing the key, or having none of that model, says which', async () => {
    const refused = await failureOf(ask(save({}, 'sk-wrong-key-of-a-stranger')));
    expect(refused.details).toMatchObject({ reason: 'key-refused', status: 401 });
    server.nextRequestError(404, { message: 'The model `gpt-9` does not exist', code: 'model_not_found' });
    const unknown = await failureOf(ask(save({ model: 'gpt-9' })));
    expect(unknown.message).toContain('has no model "gpt-9" for this key');
    server.nextRequestError(429, { message: 'You exceeded your current quota', code: 'insufficient_quota' });
    expect((await failureOf(ask(id))).details).toMatchObject({ reason: 'no-credit' });
  });

  test('to be there at all is told from one that refuses', async () => {
    const gone = await startModelServer();
    const { url } = gone;
    await gone.stop();
    const failure = await failureOf(ask(save({ baseUrl: `${url}/v1` })));
    expect(failure.details).toMatchObject({ reason: 'unreachable' });
    expect(failure.message).toContain(`cannot be reached at ${new URL(url).host}. Nothing listens there`);
  });
});

async function failureOf(work: Promise<unknown>) {
  const failure: unknown = await work.then(
    () => 'nothing failed',
    (error: unknown) => error,
  );
  return failure as { code: string; message: string; details: Record<string, unknown> };
}
