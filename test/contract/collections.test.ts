import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectionSettings, collectionSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { createPoster } from '../support/post-mcp.ts';
import { quietLog } from '../support/quiet-log.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { agent, monday9, smallDesk, ticketRow, user } from '../support/small-desk.ts';

const agents = '11111111-1111-4111-8111-111111111111';
const users = '22222222-2222-4222-8222-222222222222';
const nowhere = '33333333-3333-4333-8333-333333333333';

let served: ServedDesk;
let now = monday9;

function configure(id: string, change: Partial<CollectionSettings> = {}): void {
  const type = id === users ? 'user' : 'agent';
  const settings = collectionSettings.parse({ name: type, slug: `for-${type}s`, type, enabled: true, ...change });
  served.core.endpoints.putCollection(id, settings, 'test');
}

beforeAll(async () => {
  const rows = smallDesk();
  for (const each of rows.desk_user) if (each.id === user.ulf) each.linked_agent_id = agent.tess;
  for (const each of rows.desk_user) if (each.id === user.gone) each.linked_agent_id = agent.otto;
  rows.desk_ticket.push(ticketRow(1, { user_id: user.ulf }), ticketRow(2, { agent_id: agent.tess }));
  served = await serveDesk(rows, {}, { ...createSystemPorts(quietLog), now: () => now });
  configure(agents);
  configure(users);
});

afterAll(() => served.close());

const at = (part: string): string => `${served.endpoint}/${part}`;

async function statusAt(part: string, key: string): Promise<number> {
  return (await createPoster(at(part), key).request('tools/list')).status;
}

describe('a collection', () => {
  test('is served by its id and by its alias, in any case, and is nowhere else', async () => {
    const key = served.createKey();
    for (const part of [agents, agents.toUpperCase(), 'for-agents', 'For-Agents']) {
      expect(await statusAt(part, key)).toBe(200);
    }
    for (const part of [nowhere, 'for-nobody', 'agent', 'default', 'for-agents/x', '%66or-agents']) {
      expect(await statusAt(part, key)).toBe(404);
    }
  });

  test('that is unknown or disabled is not found, and strangers cannot tell it from any other', async () => {
    configure(agents, { enabled: false });
    expect(await statusAt(agents, served.createKey())).toBe(404);
    const answers = await Promise.all(
      [agents, users, nowhere].map(async (part) => {
        const { status, headers, message } = await createPoster(at(part), 'halo_wrong').request('tools/list');
        return { status, message, challenge: headers.get('www-authenticate')?.replace(part, '*') };
      }),
    );
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.challenge).toContain('/.well-known/oauth-protected-resource/api/mcp/*"');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    configure(agents);
  });

  test('for agents lets in no user, and one for users lets in agents as the users who they are', async () => {
    expect(await statusAt(agents, served.createKey({ as: 'uma@north.example' }))).toBe(403);
    expect(await statusAt(users, served.createServiceKey())).toBe(403);
    expect(await statusAt(users, served.createKey({ as: 'ada@desk.example' }))).toBe(403);
    // Linked to a user who is inactive.
    expect(await statusAt(users, served.createKey({ as: 'otto@desk.example' }))).toBe(403);

    const tess = createPoster(at(users), served.createKey({ as: 'tess@desk.example' }));
    expect(await tess.read('get_user_info')).toMatchObject({ kind: 'user', name: 'Ulf Own' });
    const mine = await tess.read('get_my_tickets', {});
    expect((mine['tickets'] as { id: number }[]).map(({ id }) => id)).toEqual([1]);
    expect((await tess.call('get_one_ticket', { ticket_id: 2 })).error?.code).toBe('not_found');
    const row = served.core.database.connection
      .prepare('SELECT endpoint_id, principal, tool FROM trace_call ORDER BY id DESC LIMIT 1')
      .get();
    expect(row).toEqual({ endpoint_id: users, principal: `user:${user.ulf}`, tool: 'get_one_ticket' });
  });

  test('describes its tools in the words that were chosen for it, and no other does', async () => {
    const key = served.createKey();
    const describedAt = async (endpoint: string) => {
      const { message } = await createPoster(endpoint, key).request('tools/list');
      const tools = message.result?.['tools'] as { name: string; description: string }[];
      return tools.find(({ name }) => name === 'search_tickets')?.description;
    };
    const own = await describedAt(served.endpoint);
    configure(agents, { descriptions: { search_tickets: 'Find a ticket first.' } });
    expect(await describedAt(at(agents))).toBe('Find a ticket first.');
    expect(await describedAt(served.endpoint)).toBe(own);
    configure(agents);
    expect(await describedAt(at(agents))).toBe(own);
  });

  test('takes so many calls a minute from each caller, tells the model when to go on, and lists without end', async () => {
    configure(agents, { callsPerMinute: 3 });
    const one = createPoster(at(agents), served.createKey());
    const other = createPoster(at(agents), served.createKey());
    const first = now;
    for (const minute of [0, 1]) {
      now = first + minute * 60_000;
      for (let call = 0; call < 3; call += 1) await one.read('get_user_info');
      now += 20_000;
      for (const tool of ['get_user_info', 'get_nothing', 'log_time']) {
        expect((await one.call(tool)).error).toEqual({
          code: 'rate_limited',
          message: 'This collection takes 3 calls a minute. Try again in 40 seconds.',
        });
      }
      expect((await one.listTools()).length).toBeGreaterThan(5);
      await other.read('get_user_info');
    }
    configure(agents, { callsPerMinute: 1 });
    expect((await one.call('get_user_info')).error?.message).toBe(
      'This collection takes one call a minute. Try again in 40 seconds.',
    );
    configure(agents);
    await one.read('get_user_info');
    now += 60_000;
  });
});

describe('a key', () => {
  test('that is bound to a collection opens that one alone, and cannot tell whether there are others', async () => {
    const plaintext = served.createKey();
    const key = served.core.access.keys.list(served.core.access.applications.list().at(-1)?.id ?? '');
    expect(key).toHaveLength(1);
    const bound = served.core.access.keys.bind(newestKeyId(), agents);
    expect(bound.endpointId).toBe(agents);
    expect(await statusAt(agents, plaintext)).toBe(200);
    expect(await statusAt('for-agents', plaintext)).toBe(200);
    const refusals = await Promise.all(
      [at(users), at(nowhere), served.endpoint].map(async (endpoint) => {
        const { status, message } = await createPoster(endpoint, plaintext).request('tools/list');
        return { status, message };
      }),
    );
    expect(refusals[0]?.status).toBe(403);
    expect(refusals[1]).toEqual(refusals[0]);
    expect(refusals[2]).toEqual(refusals[0]);

    served.core.access.keys.bind(bound.id, undefined);
    expect((await createPoster(served.endpoint, plaintext).request('tools/list')).status).toBe(200);
  });

  test('opens what its application may use and no more, however it is bound', async () => {
    const plaintext = served.createKey();
    const { applicationId, id } = served.core.access.keys.get(newestKeyId());
    const { applications, keys } = served.core.access;
    applications.update(applicationId, { endpoints: [agents] });
    expect(await statusAt(agents, plaintext)).toBe(200);
    expect((await createPoster(served.endpoint, plaintext).request('tools/list')).status).toBe(403);
    keys.bind(id, users);
    for (const part of [agents, users]) expect(await statusAt(part, plaintext)).toBe(403);
    keys.bind(id, undefined);
    applications.update(applicationId, { endpoints: [] });
    expect(await statusAt(agents, plaintext)).toBe(403);
    applications.update(applicationId, { endpoints: null });
    expect(await statusAt(agents, plaintext)).toBe(200);
  });

  test('stays bound to a collection that was deleted, and opens nothing then', async () => {
    configure(nowhere, { name: 'Short-lived', slug: 'short-lived' });
    const plaintext = served.createKey();
    served.core.access.keys.bind(newestKeyId(), nowhere);
    expect(await statusAt('short-lived', plaintext)).toBe(200);
    served.core.endpoints.removeCollection(nowhere, 'test');
    for (const part of [nowhere, 'short-lived', agents]) expect(await statusAt(part, plaintext)).toBe(403);
  });
});

describe('an access token', () => {
  const form = (application: { id: string }, secret: string | undefined, resource?: string) =>
    new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: application.id, client_secret: secret ?? '' },
      ...{ scope: 'read:tickets', ...(resource === undefined ? {} : { resource }) },
    });

  test('is for one collection, which says under every name of its own for which resource to ask', async () => {
    for (const part of [agents, 'for-agents']) {
      const reply = await fetch(`${served.url}/.well-known/oauth-protected-resource/api/mcp/${part}`);
      expect(await reply.json()).toMatchObject({ resource: at(agents), authorization_servers: [served.url] });
    }
    const { application, secret } = served.core.access.applications.create({
      name: 'Signs in',
      method: 'client_credentials',
      actsAs: { kind: 'agent', agentId: agent.ada },
      scopes: ['read:tickets'],
    });
    const ask = async (resource?: string) => {
      const reply = await fetch(`${served.url}/auth/token`, {
        method: 'POST',
        body: form(application, secret, resource),
      });
      return (await reply.json()) as { access_token?: string; error?: string };
    };
    const { access_token: token = '' } = await ask(at(agents));
    expect(await statusAt(agents, token)).toBe(200);
    expect(await statusAt('for-agents', token)).toBe(200);
    const elsewhere = await createPoster(served.endpoint, token).request('tools/list');
    expect(elsewhere.status).toBe(401);
    expect(elsewhere.headers.get('www-authenticate')).toContain('invalid_token');

    const { access_token: plain = '' } = await ask();
    expect(await statusAt(agents, plain)).toBe(401);
    for (const resource of [at('for-agents'), at(nowhere)]) expect((await ask(resource)).error).toBe('invalid_target');

    served.core.access.applications.update(application.id, { endpoints: [users] });
    expect((await ask(at(agents))).error).toBe('invalid_target');
    expect(await statusAt(agents, token)).toBe(403);
  });
});

function newestKeyId(): number {
  return Number(served.core.database.connection.prepare('SELECT max(id) FROM access_key').pluck().get());
}
