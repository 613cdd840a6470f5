import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRuntimeFolders, readSurroundings } from '../../src-main/config/places.ts';
import { openReadOnly } from '../../src-main/db/open-database.ts';
import { findOwner } from '../../src-main/entry/owner.ts';
import { type AdminClient, createRemoteClient } from '../../src-main/http/admin-client.ts';
import { createSocketFetch } from '../../src-main/http/socket-fetch.ts';
import { answerOf, callsOf, createTalks, type HeldTalk, type Setup } from '../support/open-talk.ts';
import { answerWith, createEvents } from '../support/response-events.ts';
import { type RawModelServer, startRawModelServer } from '../support/raw-model-server.ts';
import { makeFolder, type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';

const folder = makeFolder();
let workbench: ServedWorkbench;
let client: AdminClient;
let server: RawModelServer;
let remote: Setup;

async function start(): Promise<void> {
  workbench = await startWorkbench({ folder, args: ['--no-ui'] });
  const path = await findOwner({ folder, runtimeFolders: listRuntimeFolders(readSurroundings()) });
  if (path === undefined) throw new Error('The workbench cannot be reached.');
  client = createRemoteClient(createSocketFetch(path));
}

async function kill(): Promise<void> {
  const gone = once(workbench.process, 'exit');
  workbench.process.kill('SIGKILL');
  await gone;
}

const begin = (setup: Setup = {}): Promise<HeldTalk> => createTalks(client).begin({ ...remote, ...setup });

beforeAll(async () => {
  server = await startRawModelServer();
  await start();
  const settings = { name: 'Raw', kind: 'openai', baseUrl: `${server.url}/v1`, model: 'm-1' } as const;
  const { id } = await client.connections.save({
    ...{ settings: { ...settings, organization: '', project: '' }, key: 'sk-crash-000000000000' },
  });
  remote = { connectionId: id };
}, 60_000);

afterAll(async () => {
  await workbench.stop();
  await server.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** One word after the other, for as long as somebody listens. */
function talkOn(response: ServerResponse): void {
  const events = createEvents();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(events.begin() + events.partOfMessage('msg_1'));
  let number = 0;
  const timer = setInterval(() => response.write(events.more('msg_1', `word${++number} `)), 2);
  response.once('close', () => clearInterval(timer));
}

describe('kill -9', () => {
  test('in the middle of an answer loses nothing that a page was shown', async () => {
    server.plan(talkOn);
    const talk = await begin();
    await client.conversations.send({ id: talk.id, text: 'Talk on' });
    const shown = await talk.page.until(({ turns }) => turns.map(answerOf).find((text) => text.length > 800));
    await kill();
    await start();
    const [turn] = await client.conversations.turns({ id: talk.id, before: 9, limit: 1 });
    expect(turn).toMatchObject({ state: 'interrupted', items: [{ kind: 'answer', state: 'incomplete' }] });
    const kept = turn === undefined ? '' : answerOf(turn);
    expect(kept.startsWith(shown)).toBe(true);
    const [exchange] = await client.conversations.exchanges({ turnId: turn?.id ?? 0 });
    const events = await client.conversations.events({ exchangeId: exchange?.id ?? 0, after: 0, limit: 500 });
    const texts = events.flatMap(({ text }) => (JSON.parse(text) as { delta?: string }).delta ?? []);
    expect(texts.join('').slice(0, kept.length)).toBe(kept.slice(0, texts.join('').length));

    server.plan(answerWith((answer) => answer.message('msg_2', 'Here I am again.')));
    const again = await createTalks(client).hold(talk.id);
    expect(answerOf(await again.send('Go on'))).toBe('Here I am again.');
    const { body } = server.requests[0] ?? { body: '{}' };
    expect((JSON.parse(body) as { input: object[] }).input).toMatchObject([
      { content: 'Talk on' },
      { role: 'assistant', content: kept },
      { content: 'Go on' },
    ]);
  }, 60_000);

  test('while a call waits leaves it waiting, and it can be approved afterwards', async () => {
    const { tickets } = { tickets: await client.tickets.list({ ...firstTicket }) };
    const ticketId = tickets.rows[0]?.id ?? 0;
    server.plan(
      answerWith((answer) => answer.call('call_1', 'add_note_to_ticket', { ticket_id: ticketId, note: 'Waited' })),
    );
    const talk = await begin();
    const { turnId } = await client.conversations.send({ id: talk.id, text: 'Note it' });
    const shown = await talk.waiting(turnId);
    await kill();
    await start();
    const again = await createTalks(client).hold(talk.id);
    const waiting = await again.waiting(turnId);
    expect(waiting).toEqual(shown);
    server.plan(answerWith((answer) => answer.message('msg_1', 'Noted.')));
    const done = await again.approve(waiting);
    expect(done).toMatchObject({ state: 'done', exchanges: 2 });
    expect(callsOf(done)[0]).toMatchObject({ state: 'done', changed: { inserted: 1, updated: 1, deleted: 0 } });
  }, 60_000);

  test('among writes, five times, leaves no call that says otherwise than the desk', async () => {
    const random = xoroshiro128plus(20_262);
    const ticketId = (await client.tickets.list({ ...firstTicket })).rows[0]?.id ?? 0;
    let number = 0;
    const ids: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      server.plan((response) => {
        const calls = Array.from({ length: 5 }, () => {
          number += 1;
          const input = { ticket_id: ticketId, note: `Marker ${number}.` };
          return (answer: ReturnType<typeof createEvents>) =>
            answer.call(`call_${number}_${input.note}`, 'add_note_to_ticket', input);
        });
        answerWith(...calls)(response);
      });
      const talk = await begin({ askBefore: 'nothing' });
      ids.push(talk.id);
      await client.conversations.send({ id: talk.id, text: 'Note all of it' });
      const enough = uniformInt(random, 5, 40);
      await talk.page.until(({ turns }) => turns.flatMap(callsOf).length > enough);
      await wait(uniformInt(random, 0, 6));
      await kill();
      await start();
    }
    const connection = openReadOnly(join(folder, 'workbench.sqlite'));
    const states = new Map<string, number>();
    try {
      const noted = new Set(
        connection.prepare<[], string>("SELECT note FROM desk_action WHERE note LIKE 'Marker %'").pluck().all(),
      );
      const said = new Set<string>();
      for (const id of ids) {
        const turns = await client.conversations.turns({ id, before: 9, limit: 1 });
        expect(turns.map(({ state }) => state)).toEqual(['interrupted']);
        for (const made of turns.flatMap(callsOf)) {
          states.set(made.state, (states.get(made.state) ?? 0) + 1);
          if (made.state === 'done') said.add((JSON.parse(made.arguments.text) as { note: string }).note);
        }
      }
      expect([...said].sort()).toEqual([...noted].sort());
    } finally {
      connection.close();
    }
    expect(states.get('done')).toBeGreaterThan(25);
    expect([...states.keys()].filter((state) => state !== 'done' && state !== 'interrupted')).toEqual([]);
  }, 120_000);
});

const firstTicket = { sort: 'id', descending: false, offset: 0, limit: 1 } as const;
