import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInspection } from '../../src-main/db/inspect-database.ts';
import { createRemoteClient } from '../../src-main/http/admin-client.ts';
import { createCoreEvents } from '../../src-main/http/events/observe-core.ts';
import { openSocketDoor } from '../../src-main/http/socket-door.ts';
import { createSocketFetch } from '../../src-main/http/socket-fetch.ts';
import type { WorkbenchEvent } from '../../src-shared/events/workbench-event.ts';
import { createPoster } from '../support/post-mcp.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

type Kind = WorkbenchEvent['kind'];
type Of<K extends Kind> = Extract<WorkbenchEvent, { kind: K }>;

describe('the events of the admin door', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const listen = async (client = admin.client) => {
    const stop = new AbortController();
    const events = await client.events.subscribe(undefined, { signal: stop.signal });
    const seen: { event: WorkbenchEvent; at: number }[] = [];
    /** Reads on until there is an event that will do. */
    const until = async <K extends Kind>(kind: K, fits: (event: Of<K>) => boolean = () => true): Promise<Of<K>> => {
      for (;;) {
        const { value, done } = await events.next();
        if (done === true) throw new Error('The stream ended.');
        seen.push({ event: value, at: performance.now() });
        if (value.kind === kind && fits(value as Of<K>)) return value as Of<K>;
      }
    };
    return { events, until, seen, stop: () => stop.abort() };
  };

  const untilNobodyListens = () => expect.poll(() => admin.served.core.events.subscribers).toBe(0);

  it('begin with who is there', async () => {
    const { until, stop } = await listen();
    const hello = await until('hello');
    expect(hello).toMatchObject({
      version: expect.stringMatching(/^\d/) as string,
      instance: expect.any(String) as string,
    });
    stop();
    await untilNobodyListens();
  });

  it('tell of a call with the name of whoever made it, and of what it changed', async () => {
    const { until, stop } = await listen();
    await until('hello');
    const report = await admin.client.calls.create({
      tool: 'add_note_to_ticket',
      arguments: { ticket_id: 1001, note: 'From a test.' },
    });
    const { calls, count, failed } = await until('calls');
    expect({ count, failed, ids: calls.map(({ id }) => id) }).toEqual({ count: 1, failed: 0, ids: [report.callId] });
    expect(calls[0]).toMatchObject({ effect: 'write', who: { kind: 'agent', name: 'Philippa Quill' } });
    const { records } = await until('desk');
    expect(records).toContainEqual({ kind: 'ticket', id: 1001 });
    stop();
    await untilNobodyListens();
  });

  it('say who saved which configuration, and that keys changed', async () => {
    const { until, stop } = await listen();
    await until('hello');
    await admin.client.tools.disable({ name: 'log_time' });
    expect(await until('configuration')).toMatchObject({ object: 'endpoint', by: 'workbench' });
    await admin.client.keys.create({ name: 'For the events' });
    await until('access');
    await admin.client.tools.enableAll();
    stop();
    await untilNobodyListens();
  });

  it('count a burst of a thousand calls exactly in few messages', async () => {
    const key = admin.served.createKey();
    const { until, seen, stop } = await listen();
    await until('hello');
    const poster = createPoster(admin.served.endpoint, key);
    let count = 0;
    let failed = 0;
    const reading = until('calls', (event) => {
      count += event.count;
      failed += event.failed;
      expect(event.calls.length).toBeLessThanOrEqual(50);
      return count === 1000;
    });
    for (let batch = 0; batch < 20; batch += 1) {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          index % 10 === 0 ? poster.call('get_one_ticket', { ticket_id: 1 }) : poster.call('get_user_info'),
        ),
      );
    }
    await reading;
    expect(failed).toBe(100);
    expectSlow(seen.slice(1).map(({ at }) => at));
    stop();
    await untilNobodyListens();
  }, 60_000);

  it('are added up, not queued, for a subscriber that does not read', async () => {
    const { events, until, stop } = await listen();
    await until('hello');
    // Whatever is under way is delivered; what comes after it is one sum.
    for (let batch = 0; batch < 10; batch += 1) {
      await Promise.all(
        Array.from({ length: 40 }, () => admin.client.calls.create({ tool: 'get_user_info', arguments: {} })),
      );
    }
    let messages = 0;
    for (let count = 0; count < 400;) {
      const { value, done } = await events.next();
      if (done === true) throw new Error('The stream ended.');
      if (value.kind !== 'calls') continue;
      count += value.count;
      messages += 1;
    }
    expect(messages).toBeLessThan(30);
    stop();
    await untilNobodyListens();
  }, 60_000);

  it('leave nothing behind when the request over the socket is aborted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'socket-'));
    const { core } = admin.served;
    const context = {
      ...{ core, inspection: createInspection(core.database.connection) },
      ...{ serving: () => undefined, actor: 'command-line' },
    };
    const door = await openSocketDoor(join(folder, 'door.sock'), context);
    const client = createRemoteClient(createSocketFetch(door.path));
    const { until, stop } = await listen(client);
    await until('hello');
    expect(core.events.subscribers).toBe(1);
    stop();
    await untilNobodyListens();
    await door.close();
    rmSync(folder, { recursive: true });
  });

  it('end when the core closes, for whoever still listens', async () => {
    const other = await openAdmin({ newDesk: 'empty' });
    const events = await other.client.events.subscribe();
    expect((await events.next()).value).toMatchObject({ kind: 'hello' });
    await other.close();
    for (;;) if ((await events.next()).done === true) break;
  });

  it('carry a heartbeat when nothing happens', async () => {
    const { core } = admin.served;
    const hub = createCoreEvents(core, { gap: 1, heartbeat: 5 });
    const kinds: Kind[] = [];
    for await (const { kind } of hub.subscribe()) {
      kinds.push(kind);
      if (kind === 'heartbeat') break;
    }
    expect(kinds).toEqual(['hello', 'sessions', 'heartbeat']);
    expect(hub.subscribers).toBe(0);
    hub.close();
  });

  it('say that everything changed when a change set is too large to name its records', async () => {
    const { core } = admin.served;
    const { until, stop } = await listen();
    await until('hello');
    const load = { kind: 'reset', actor: 'test', label: 'nothing', ledger: 'summary' } as const;
    core.database.inChangeSet(load, () => undefined);
    expect(await until('desk')).toEqual({ kind: 'desk', records: [], everything: true });
    stop();
    await untilNobodyListens();
  });

  it('follow the sessions that clients open', async () => {
    const { until, stop } = await listen();
    const { open } = await until('sessions');
    const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'probe', version: '2' } };
    const poster = createPoster(admin.served.endpoint, admin.served.createKey());
    await poster.request('initialize', params);
    await poster.call('get_user_info');
    expect((await until('sessions', (event) => event.open > open)).clients).toBeGreaterThan(0);
    const { clients } = await admin.client.endpoint.clients();
    expect(clients).toContainEqual(expect.objectContaining({ client: 'probe 2', era: '2025-11-25', sessions: 1 }));
    stop();
    await untilNobodyListens();
  });
});

/** At most four messages in any second, with a little room for a timer that fires early. */
function expectSlow(times: readonly number[]): void {
  for (const [index, at] of times.entries()) {
    const fifth = times[index + 4];
    if (fifth !== undefined) expect(fifth - at).toBeGreaterThan(950);
  }
}
