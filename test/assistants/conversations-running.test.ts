import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallItem } from '../../src-shared/api/conversations.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { answerOf, callsOf, createTalks } from '../support/open-talk.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';
import { createSlowTools } from '../support/slow-tools.ts';

const model = createScriptedModel();
const tool = (name: string, input: Record<string, unknown> = {}) => call(`function:${name}`, input);

let folder: string;
let slow: ReturnType<typeof createSlowTools>;
let admin: OpenAdmin;
let client: AdminClient;
let talks: ReturnType<typeof createTalks>;

async function open(): Promise<void> {
  admin = await openAdmin({ folder, newDesk: 'empty', tools: slow.tools, decide: model.decide });
  ({ client } = admin);
  talks = createTalks(client);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  slow = createSlowTools();
  await open();
});
afterEach(async () => {
  slow.release();
  await admin.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins a call of a tool, and answers once it runs. */
async function beginCall(name: string) {
  model.plan(tool(name), answer('Done.'));
  slow.expectOne();
  const talk = await talks.begin({ askBefore: 'nothing' });
  const { turnId } = await client.conversations.send({ id: talk.id, text: 'Go' });
  await slow.begun();
  const made = await talk.page.until(({ turns }) => turns.flatMap(callsOf).find(({ state }) => state === 'running'));
  return { talk, turnId, made };
}

describe('stop', () => {
  it('leaves a read behind at once, and says that nothing was changed', async () => {
    const { talk, turnId } = await beginCall('read_slowly');
    await client.conversations.stop({ id: talk.id });
    const turn = await talk.settled(turnId);
    expect(turn.state).toBe('stopped');
    expect(callsOf(turn)).toMatchObject([
      { state: 'stopped', error: { message: expect.stringContaining('only reads') as string } },
    ]);
  });

  it('ends a write that has not written yet, which says so', async () => {
    const { talk, turnId } = await beginCall('write_slowly');
    await client.conversations.stop({ id: talk.id });
    const turn = await talk.settled(turnId);
    expect(turn.state).toBe('stopped');
    expect(callsOf(turn)).toMatchObject([
      { state: 'stopped', error: { message: expect.stringContaining('Nothing was changed') as string } },
    ]);
    model.plan(answer('I see.'));
    await talk.send('What happened?');
    expect(model.last().turns.at(-2)).toMatchObject({ text: expect.stringContaining('Nothing was changed') as string });
  });

  it('of what does not run does nothing', async () => {
    const talk = await talks.begin();
    await client.conversations.stop({ id: talk.id });
    expect((await client.conversations.get({ id: talk.id })).state).toBeUndefined();
  });
});

describe('while a conversation runs', () => {
  it('it cannot be deleted, asked, tried again, or branched at its end', async () => {
    const { talk } = await beginCall('read_slowly');
    const { id } = talk;
    for (const refused of [
      client.conversations.remove({ id }),
      client.conversations.send({ id, text: 'x' }),
      client.conversations.retry({ id }),
      client.conversations.branch({ id, turn: 1 }),
      client.conversations.replay({ id }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'conflict' });
    }
    slow.release();
    await talk.page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
  });

  it('seven others may as well, and no more', async () => {
    const running = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const talk = await talks.begin({ askBefore: 'nothing' });
        return talk;
      }),
    );
    slow.expectOne();
    for (const talk of running) {
      model.plan(tool('read_slowly'), answer('Done.'));
      await client.conversations.send({ id: talk.id, text: 'Go' });
      await talk.page.until(({ turns }) => turns.flatMap(callsOf).find(({ state }) => state === 'running'));
    }
    const ninth = await talks.begin();
    const refused = client.conversations.send({ id: ninth.id, text: 'Go' });
    await expect(refused).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining('8 conversations') as string,
    });
    expect((await client.conversations.get({ id: ninth.id })).turns).toBe(0);
    slow.release();
    for (const talk of running) await talk.page.until(({ turns }) => turns.find(({ state }) => state === 'done'));
    model.plan(answer('Now.'));
    expect(answerOf(await ninth.send('Go'))).toBe('Now.');
  });

  it('pages that list conversations hear of it', async () => {
    const stop = new AbortController();
    const events = await client.events.subscribe(undefined, { signal: stop.signal });
    const until = async (): Promise<void> => {
      for (;;) {
        const { value, done } = await events.next();
        if (done === true) throw new Error('The stream ended.');
        if (value.kind === 'conversations') return;
      }
    };
    await talks.begin();
    await until();
    model.plan(answer('Done.'));
    const talk = await talks.begin();
    await talk.send('Go');
    await until();
    stop.abort();
  });
});

describe('a program that ends', () => {
  it('in good order leaves what ran as interrupted', async () => {
    const { talk, turnId } = await beginCall('read_slowly');
    slow.release();
    await talk.settled(turnId);
    slow.expectOne();
    model.plan(tool('write_slowly'));
    const { turnId: second } = await client.conversations.send({ id: talk.id, text: 'Again' });
    await slow.begun();
    await admin.close();
    await open();
    const [turn] = await client.conversations.turns({ id: talk.id, before: 9, limit: 1 });
    expect(turn).toMatchObject({ id: second, state: 'interrupted', items: [{ state: 'interrupted' }] });
  });

  /** As if the program had been killed between the call's row and what the conversation says of it. */
  async function endBetween(name: string, { isLogged }: { isLogged: boolean }): Promise<CallItem | undefined> {
    const { talk, turnId, made } = await beginCall(name);
    slow.release();
    await talk.settled(turnId);
    const { connection } = admin.served.core.database;
    connection.prepare("UPDATE trace_turn SET state = 'running' WHERE id = ?").run(turnId);
    connection.prepare("UPDATE trace_turn_item SET state = 'running', result = NULL WHERE id = ?").run(made.id);
    if (!isLogged) connection.prepare('UPDATE trace_call SET turn_item_id = NULL').run();
    await admin.close();
    await open();
    const [turn] = await client.conversations.turns({ id: talk.id, before: 9, limit: 1 });
    expect(turn?.state).toBe('interrupted');
    return turn && callsOf(turn)[0];
  }

  it('after a call was done leaves its real result, from the activity log', async () => {
    expect(await endBetween('write_slowly', { isLogged: true })).toMatchObject({
      ...{ state: 'done', result: { text: '{"done":true}' } },
    });
  });

  it('before a write was done says that nothing of it is on the desk', async () => {
    expect(await endBetween('write_slowly', { isLogged: false })).toMatchObject({
      ...{
        state: 'interrupted',
        error: { message: expect.stringContaining('nothing of it is on the desk') as string },
      },
    });
  });
});

describe('what is long', () => {
  it('is shown as far as 20,000 characters and had as a whole: a result of two million', async () => {
    model.plan(tool('read_much', { characters: 2_000_000 }), answer('Much.'), answer('Indeed.'));
    const talk = await talks.begin();
    const [made] = callsOf(await talk.send('Read much.')) as [CallItem];
    expect(made).toMatchObject({ state: 'done', result: { length: 2_000_011 } });
    expect(made.result?.text).toHaveLength(20_000);
    const { text } = await client.conversations.itemText({ itemId: made.id, of: 'result' });
    expect(text).toBe(JSON.stringify({ text: 'é'.repeat(2_000_000) }));
    expect(answerOf(await talk.send('Was it?'))).toBe('Indeed.');
    const { held, shown } = await talk.compare();
    expect(shown).toEqual(held);
    expect(JSON.stringify(held).length).toBeLessThan(30_000);
  });

  it('is followed by its latest thirty turns, and had before those by their numbers', async () => {
    model.plan(...Array.from({ length: 35 }, (_, index) => answer(`Answer ${index + 1}.`)));
    const talk = await talks.begin();
    for (let number = 1; number <= 35; number += 1) await talk.send(`Prompt ${number}`);
    const { held } = await talk.compare();
    expect(held?.turns.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 6));
    const before = await client.conversations.turns({ id: talk.id, before: 6, limit: 50 });
    expect(before.map((turn) => [turn.number, answerOf(turn)])).toEqual(
      [5, 4, 3, 2, 1].map((number) => [number, `Answer ${number}.`]),
    );
  }, 40_000);
});
