import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Decide } from '../../src-main/assistants/responses/run-response.ts';
import { decide } from '../../src-main/assistants/offline-model/decide.ts';
import type { SampleRunEvent, SampleStep } from '../../src-shared/api/sample-runs.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { openAdmin, type OpenAdmin } from '../support/open-admin.ts';
import { call } from '../support/scripted-model.ts';

let admin: OpenAdmin;
/** The texts of the passing keys that were made. */
const keys: string[] = [];
/** What decides instead of the offline model. */
let instead: Decide | undefined;

beforeAll(async () => {
  admin = await openAdmin({ newDesk: 'demo', decide: (thinking) => (instead ?? decide)(thinking) });
  const { passingKeys } = admin.served.core.access;
  const { issue } = passingKeys;
  Object.assign(passingKeys, {
    issue: (use: Parameters<typeof issue>[0]) => {
      const key = issue(use);
      keys.push(key.plaintext);
      return key;
    },
  });
}, 60_000);
afterAll(() => admin.close());
beforeEach(() => {
  instead = undefined;
  admin.served.configure({ enabled: true, includeAllSystemTools: true, tools: [] });
});

type Asked = Parameters<OpenAdmin['client']['sampleRuns']['run']>[0];

async function run(asked: Partial<Asked> = {}, signal?: AbortSignal) {
  const steps: SampleStep[] = [];
  const events: SampleRunEvent[] = [];
  const input = { endpointId: defaultEndpointId, ...asked };
  for await (const event of await admin.client.sampleRuns.run(input, signal && { signal })) {
    events.push(event);
    if (event.kind === 'step') steps[event.index] = event.step;
  }
  const ended = events.at(-1);
  return { steps, events, ended: ended?.kind === 'ended' ? ended : undefined };
}

const callsOf = (steps: readonly SampleStep[]) => steps.flatMap((step) => (step.kind === 'call' ? [step] : []));
const countCalls = async () => (await admin.client.activity.list({ limit: 1 })).total.count;
const refusalOf = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('It was not refused.');
};

describe('the sample request that is run here', () => {
  test('logs a ticket and assigns it, and names both calls in Activity and the ticket', async () => {
    const { steps, ended } = await run();
    expect(steps[0]).toMatchObject({ kind: 'list', state: 'done' });
    const calls = callsOf(steps);
    const [ticket] = calls.find(({ tool }) => tool === 'create_ticket')?.made ?? [];
    expect(ticket).toMatchObject({ kind: 'ticket', name: expect.stringContaining(`${ticket?.id} `) as unknown });
    expect(calls.find(({ tool }) => tool === 'assign_to_me')).toMatchObject({
      ...{ state: 'done', arguments: { ticket_id: ticket?.id } },
    });
    for (const { tool, call: summary } of calls) {
      const logged = await admin.client.activity.get({ id: summary?.id ?? 0 });
      expect(logged).toMatchObject({ tool, client: expect.stringContaining('Offline model') as unknown });
      expect(logged.who.name).toBe(admin.served.core.access.principalByEmail(undefined).name);
      expect(logged.application).toBeUndefined();
    }
    const answer = steps.at(-1);
    expect(answer?.kind === 'answer' && answer.text).toContain(String(ticket?.id));
    expect(ended).toMatchObject({ response: { object: 'response', status: 'completed' } });
    expect(ended?.failure).toBeUndefined();
    // A key that has ended is nobody's connection.
    expect((await admin.client.endpoint.clients()).clients).toEqual([]);
  });

  test('acts as the person who was chosen', async () => {
    const people = await admin.client.principals.suggest({ text: '' });
    const [, other] = people.filter(({ kind }) => kind === 'agent');
    const { steps } = await run({ as: other?.email ?? '' });
    const who = callsOf(steps).map(({ call: summary }) => [summary?.principal, summary?.who.name]);
    expect(who.length).toBeGreaterThan(0);
    expect(who).toEqual(who.map(() => [other?.label, other?.name]));
  });

  test('tells its key to nobody, and the key ends with it', async () => {
    const { events, steps } = await run();
    const key = keys.at(-1) ?? '';
    expect(key).toMatch(/^halo_pass_/);
    expect(JSON.stringify(events)).not.toContain(key);
    for (const { call: summary } of callsOf(steps)) {
      expect(JSON.stringify(await admin.client.activity.get({ id: summary?.id ?? 0 }))).not.toContain(key);
    }
    expect(await statusOf(key)).toBe(401);
  });

  test('is refused with a sentence, and nothing is called, while the endpoint is off or nothing listens', async () => {
    const before = await countCalls();
    admin.served.configure({ enabled: false });
    expect(await refusalOf(run())).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('is off') as unknown,
    });
    admin.served.configure({ enabled: true });
    const { publicAddress } = admin.served.core;
    const origin = publicAddress.origin();
    publicAddress.set(undefined);
    expect((await refusalOf(run())).message).toContain('listens at no address');
    publicAddress.set(origin);
    expect(await countCalls()).toBe(before);
  });

  test('of a collection is called there, whatever the name begins with, and not by whom it is not for', async () => {
    const { core } = admin.served;
    const draft = { name: '2nd line: users', type: 'user', enabled: true } as const;
    const { id } = await admin.client.collections.create(draft);
    const stranger = core.database.connection
      .prepare<[], { email: string }>(
        `SELECT email FROM desk_agent WHERE disabled = 0 AND email NOT IN (SELECT email FROM desk_user) LIMIT 1`,
      )
      .get();
    expect(await refusalOf(run({ endpointId: id, as: stranger?.email ?? '' }))).toMatchObject({
      ...{ code: 'not_allowed', message: expect.stringContaining('is not for') as unknown },
    });
    const user = (await admin.client.principals.suggest({ text: '@' })).find(({ kind }) => kind === 'user');
    const { steps } = await run({ endpointId: id, as: user?.email ?? '' });
    expect(callsOf(steps)[0]).toMatchObject({
      tool: 'create_ticket',
      call: { endpointId: id, principal: user?.label },
    });
  });

  test('shows what the model answers when a tool that it needs is off', async () => {
    const tools = await admin.client.tools.list({});
    const others = tools.map(({ name }) => name).filter((name) => name !== 'create_ticket');
    admin.served.configure({ includeAllSystemTools: false, tools: others });
    const { steps, ended } = await run();
    expect(callsOf(steps).map(({ tool }) => tool)).not.toContain('create_ticket');
    expect(steps.at(-1)).toMatchObject({ kind: 'answer', state: 'done', text: expect.stringMatching(/\w/) as unknown });
    expect(ended?.failure).toBeUndefined();
  });

  test('shows what a tool refuses, as Activity has it', async () => {
    let asked = 0;
    instead = () => {
      asked += 1;
      if (asked === 1) return call('mcp:halo:get_one_ticket', { ticket_id: 99_999_999 });
      return { kind: 'answer', text: 'It is not there.' };
    };
    const { steps } = await run();
    const [refused] = callsOf(steps);
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'not_found' }, call: { tool: 'get_one_ticket' } });
    expect(refused?.error).toEqual(refused?.call?.error);
  });

  test('calls nothing more once it is stopped, and its key ends', async () => {
    const before = await countCalls();
    const abort = new AbortController();
    instead = () => {
      abort.abort();
      return call('mcp:halo:get_user_info');
    };
    await run({}, abort.signal).catch(() => undefined);
    await expect.poll(() => statusOf(keys.at(-1) ?? '')).toBe(401);
    expect(await countCalls()).toBe(before);
  });
});

async function statusOf(key: string): Promise<number> {
  const response = await fetch(admin.served.endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  await response.body?.cancel();
  return response.status;
}
