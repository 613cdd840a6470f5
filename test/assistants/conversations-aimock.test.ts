import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { modelServerKey, startModelServer } from '../support/model-server.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks, type Setup } from '../support/open-talk.ts';

let admin: OpenAdmin;
let client: AdminClient;
let server: LLMock;
let remote: Setup;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo' });
  ({ client } = admin);
  server = await startModelServer();
  const settings = { name: 'Mock', kind: 'openai', baseUrl: `${server.url}/v1`, model: 'gpt-4.1' } as const;
  const { id } = await client.connections.save({
    ...{ settings: { ...settings, organization: '', project: '' }, key: modelServerKey },
  });
  remote = { connectionId: id };
  server.onToolResult('call_note', { content: 'I have noted it.' });
  server.onMessage(/note it/i, {
    toolCalls: [
      {
        id: 'call_note',
        name: 'add_note_to_ticket',
        arguments: { ticket_id: 1001, note: 'From an independent server' },
      },
    ],
  });
  server.onMessage(
    /long story/,
    { content: 'word '.repeat(200) },
    { truncateAfterChunks: 12, chunkSize: 20, latency: 5 },
  );
  server.onMessage(/think/, { content: 'The answer is 42.', reasoning: 'Six times nine.' });
}, 60_000);
afterEach(() => void server.clearChaos());
afterAll(async () => {
  await admin.close();
  await server.stop();
});

describe('a conversation with an independent server of the Responses API', () => {
  it('calls a tool that is approved, and is answered from its result', async () => {
    const talk = await createTalks(client).begin(remote);
    const turn = await talk.send('Please note it on ticket 1001.');
    expect(turn.state).toBe('waiting');
    const done = await talk.approve(await talk.waiting(turn.id));
    expect(done).toMatchObject({ state: 'done', exchanges: 2 });
    expect(callsOf(done)).toMatchObject([{ state: 'done', changed: { inserted: 1, updated: 1, deleted: 0 } }]);
    expect(answerOf(done)).toBe('I have noted it.');
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
  });

  it('shows its thoughts apart from its answer', async () => {
    const talk = await createTalks(client).begin(remote);
    const turn = await talk.send('Please think.');
    expect(turn.items.map(({ kind, ...item }) => [kind, 'text' in item ? item.text : ''])).toEqual([
      ['reasoning', 'Six times nine.'],
      ['answer', 'The answer is 42.'],
    ]);
  });

  const faults: Record<string, [arm: () => void, code: string, sentence: RegExp]> = {
    'is busy': [() => void server.nextRequestError(429, { message: 'Slow down.' }), 'connection_failed', /again/i],
    'has a fault': [() => void server.nextRequestError(500, { message: 'Oops.' }), 'connection_failed', /again/i],
    'sends what is no event': [() => void server.setChaos({ malformedRate: 1 }), 'connection_failed', /./],
    'hangs up': [() => void server.setChaos({ disconnectRate: 1 }), 'connection_failed', /again/i],
  };
  for (const [what, [arm, , sentence]] of Object.entries(faults)) {
    it(`that ${what} fails with a sentence, and goes on when it is tried again`, async () => {
      arm();
      const talk = await createTalks(client).begin(remote);
      const failed = await talk.send('What is the weather?');
      expect(failed.state).toBe('failed');
      expect(failed.error?.message).toMatch(sentence);
      expect(JSON.stringify(failed)).not.toContain(modelServerKey);
      server.clearChaos();
      const { turnId } = await client.conversations.retry({ id: talk.id });
      expect(await talk.settled(turnId)).toMatchObject({ state: 'done', attempt: 2 });
    });
  }

  it('that ends a stream in its midst keeps what has come', async () => {
    const talk = await createTalks(client).begin(remote);
    const failed = await talk.send('Tell a long story.');
    expect(failed.state).toBe('failed');
    expect(answerOf(failed)).toMatch(/^word word /);
    expect(failed.items.at(-1)).toMatchObject({ state: 'incomplete' });
  });
});
