import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemTools } from '../../src-main/tools/system/index.ts';
import {
  collectionSettings,
  type DataLimits,
  type EndpointSettings,
} from '../../src-shared/domain/endpoint-settings.ts';
import { profiles } from '../../src-shared/domain/profiles.ts';
import { customDesk, everyCustomTool } from '../support/custom-desk.ts';
import { checksumDesk } from '../support/desk-checksum.ts';
import {
  type Account,
  allCustomNames,
  allToolNames,
  builtToolNames,
  listExpectedTools,
} from '../support/offered-tools.ts';
import { createPoster } from '../support/post-mcp.ts';
import { openRawConnection, type RawConnection, rawRequest, type RawReply } from '../support/raw-http.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { agent, monday9, team, ticketRow, type, user } from '../support/small-desk.ts';

type Settings = Pick<EndpointSettings, 'type' | 'mode' | 'profile' | 'includeAllSystemTools' | 'tools'> &
  Partial<Pick<EndpointSettings, 'customTools'>>;
type Row = Exclude<Account['role'], 'administrator' | undefined>;

const everything: Row = { tickets: 'edit', articles: 'edit', customers: 'edit', assets: 'edit', time: 'edit' };
const readOnly: Row = { tickets: 'read', articles: 'read', customers: 'none', assets: 'read', time: 'none' };
const nothing: Row = { tickets: 'none', articles: 'none', customers: 'none', assets: 'none', time: 'none' };

const people: Readonly<Record<string, Omit<Account, 'scopes'> & { email?: string }>> = {
  'the administrator': { kind: 'agent', role: 'administrator', email: 'ada@desk.example' },
  'a technician who sees the tickets of a team': { kind: 'agent', role: everything, email: 'tess@desk.example' },
  'an agent restricted to reading': { kind: 'agent', role: readOnly, email: 'rita@desk.example' },
  'an agent whose role allows nothing': { kind: 'agent', role: nothing, email: 'nora@desk.example' },
  'an agent who is a user too': { kind: 'agent', role: everything, email: 'otto@desk.example', isUserToo: true },
  'an API-only agent': { kind: 'agent', role: 'administrator', email: 'robot@desk.example' },
  'a user who sees own tickets': { kind: 'user', email: 'uma@north.example' },
  'a user who sees those of the site': { kind: 'user', email: 'sita@north.example' },
  'a user who sees those of the client': { kind: 'user', email: 'cleo@north.example' },
  'a service application': { kind: 'service' },
};

const scopeSets: readonly (readonly string[])[] = [
  ['all'],
  ['all:standard'],
  [],
  ['read:tickets'],
  ['edit:tickets', 'read:assets'],
  ['read:kb', 'edit:customers'],
  ['editMine:timesheets', 'edit:kb'],
  ['edit:timesheets', 'edit:assets', 'read:calendar'],
];

/** Everybody with every scope, and one of each kind with every smaller set. */
const accounts = Object.entries(people).flatMap(([name, { email, ...person }], index) => {
  const sets = [0, 2, 4, 6, 9].includes(index) ? scopeSets : scopeSets.slice(0, 1);
  return sets.map((scopes) => ({ name: `${name}, scopes ${scopes.join(' ') || 'none'}`, email, ...person, scopes }));
});

const everyName = [...allToolNames, ...allCustomNames];
/** All of them, all but every third, and none. */
const customChoices = [1, 3, Infinity].map((step) =>
  everyCustomTool.map((tool, index) => ({ ...tool, enabled: step === 1 || (step === 3 && index % 3 !== 0) })),
);

const choices: readonly Pick<Settings, 'includeAllSystemTools' | 'tools' | 'customTools'>[] = [
  { includeAllSystemTools: true, tools: [] },
  { includeAllSystemTools: true, tools: ['get_clients', 'get_one_site', 'add_note_to_ticket', 'get_users'] },
  { includeAllSystemTools: false, tools: allToolNames.filter((_, index) => index % 2 === 0) },
  { includeAllSystemTools: false, tools: allToolNames.filter((_, index) => index % 3 === 1) },
  { includeAllSystemTools: false, tools: [] },
].map((choice, index) => ({ ...choice, customTools: customChoices[index % 3] ?? [] }));

const modes = ['strict', 'halo-compatible'] as const;
const invented = 'get_frobnication';

let served: ServedDesk;
const connections: RawConnection[] = [];
const keys = new Map<string, string>();
/** Of the same accounts, each bound to one collection: by that and by the account's name. */
const boundKeys = new Map<string, string>();
const collections = { agent: 'agents', user: 'users' } as const;

beforeAll(async () => {
  const rows = customDesk();
  const worker = { initials: '', job_title: '', api_only: 0, disabled: 0, default_team_id: null } as const;
  rows.desk_role.push({ id: 4, name: 'Reader', administrator: 0, ...readOnly, sees: 'all' });
  rows.desk_role.push({ id: 5, name: 'Nothing', administrator: 0, ...nothing, sees: 'own' });
  for (const [id, name, role_id] of [
    [10, 'Rita', 4],
    [11, 'Nora', 5],
  ] as const) {
    const email = `${name.toLowerCase()}@desk.example`;
    rows.desk_agent.push({ id, name, email, role_id, ...worker, created_at: monday9 });
  }
  rows.desk_ticket.push(ticketRow(1), ticketRow(2, { agent_id: agent.tess }));
  for (const each of rows.desk_user) if (each.id === user.ulf) each.linked_agent_id = agent.otto;
  served = await serveDesk(rows);
  const createKey = ({ email, scopes }: (typeof accounts)[number]): string =>
    email === undefined ? served.createServiceKey(scopes) : served.createKey({ as: email, scopes });
  const newestKey = served.core.database.connection.prepare('SELECT max(id) FROM access_key').pluck();
  for (const account of accounts) {
    keys.set(account.name, createKey(account));
    for (const id of Object.values(collections)) {
      boundKeys.set(`${id} ${account.name}`, createKey(account));
      served.core.access.keys.bind(Number(newestKey.get()), id);
    }
  }
  for (let opened = 0; opened < 4; opened += 1) connections.push(await openRawConnection(served.url));
});

afterAll(async () => {
  for (const connection of connections) connection.close();
  await served.close();
});

function ask(key: string, method: string, params: object, endpoint = served.endpoint): string {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method, params });
  return rawRequest(endpoint, body, { headers: { 'X-Halo-Api-Key': key } });
}

interface Reply {
  readonly result?: { readonly isError?: boolean; readonly content: readonly { readonly text: string }[] };
}

/** The reply without what differs between any two requests: the time, and the name of the tool, which is echoed. */
function shapeOf({ status, headers, body }: RawReply, name: string): unknown {
  const { date: _, 'content-length': __, ...rest } = headers;
  return { status, headers: rest, body: body.replaceAll(name, '*') };
}

/** Lists the tools as the account, calls every name there is, and says what is not as it should be. */
async function findDeviations(
  connection: RawConnection,
  account: (typeof accounts)[number],
  settings: Settings,
  { endpoint, key = keys.get(account.name) ?? '' }: { endpoint?: string | undefined; key?: string | undefined } = {},
) {
  const names = [invented, ...everyName];
  const calls = names.map((name) => ask(key, 'tools/call', { name }, endpoint));
  const [listing, refusal, ...replies] = await connection.exchange([ask(key, 'tools/list', {}, endpoint), ...calls]);
  if (listing === undefined || refusal === undefined) return ['There was no reply.'];
  const expected = listExpectedTools(account, settings);
  const { customTools = [], ...plain } = settings;
  const where = `${account.name} on ${JSON.stringify(plain)} with ${customTools.map(({ name }) => name).join()}`;
  if (expected === undefined) {
    const isOpen = [listing, refusal, ...replies].some(({ status }) => status !== 403);
    return isOpen ? [`${where} is let in.`] : [];
  }
  const { tools } = (JSON.parse(listing.body) as { result: { tools: { name: string }[] } }).result;
  const listed = tools.map((tool) => tool.name).sort();
  const deviations =
    listed.join() === expected.join() ? [] : [`${where} lists ${listed.join()}, not ${expected.join()}`];
  const unknown = JSON.stringify(shapeOf(refusal, invented));
  for (const [index, reply] of replies.entries()) {
    const name = everyName[index] ?? '';
    const isRefused = JSON.stringify(shapeOf(reply, name)) === unknown;
    if (isRefused === listed.includes(name))
      deviations.push(`${where}: ${name} is ${listed.includes(name)} in the list`);
    if (listed.includes(name) && !isAnswered(reply)) deviations.push(`${where}: ${name} answers ${reply.body}`);
  }
  return deviations;
}

/** Called without arguments a tool gives its result, or says which it needs. */
function isAnswered({ status, body }: RawReply): boolean {
  const { result } = JSON.parse(body) as Reply;
  if (status !== 200 || result === undefined) return false;
  if (result.isError !== true) return true;
  const [block] = result.content;
  const { error } = JSON.parse(block?.text ?? '{}') as { error?: { code: string } };
  return error?.code === 'invalid_arguments';
}

async function findAllDeviations(settings: Settings): Promise<string[]> {
  served.configure(settings);
  return forAll((connection, account) => findDeviations(connection, account, settings));
}

async function forAll(
  look: (connection: RawConnection, account: (typeof accounts)[number]) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...accounts];
  const work = async (connection: RawConnection): Promise<string[]> => {
    const found: string[] = [];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      found.push(...(await look(connection, next)));
    }
    return found;
  };
  return (await Promise.all(connections.map(work))).flat();
}

function countTraces() {
  const count = (sql: string): number => Number(served.core.database.connection.prepare(sql).pluck().get());
  return {
    calls: count('SELECT count(*) FROM trace_call'),
    changes: count('SELECT count(*) FROM trace_change_set') + count('SELECT count(*) FROM trace_change'),
    desk: checksumDesk(served.core.database.connection),
  };
}

test('the tools of the product are those of the specification', () => {
  expect(systemTools.map((tool) => tool.name).sort()).toEqual([...builtToolNames].sort());
});

describe.each(profiles)('imitating %s', (profile) => {
  test.each(modes)(
    'in %s mode everybody is listed exactly what may be called, and no more',
    async (mode) => {
      for (const choice of choices) {
        const before = countTraces();
        expect(await findAllDeviations({ type: 'default', mode, profile, ...choice })).toEqual([]);
        const after = countTraces();
        expect(after).toEqual({ ...before, calls: before.calls + accounts.length * (everyName.length + 1) });
      }
    },
    60_000,
  );
});

const noLimits: DataLimits = { teamIds: [], clientIds: [], ticketTypeIds: [] };
const limits: readonly DataLimits[] = [
  noLimits,
  { teamIds: [team.second], clientIds: [1], ticketTypeIds: [type.change] },
];

/** What custom tools log or act on within the second of these limits, worked out by hand. */
const customWithin = { agent: ['CF_change', 'CF_any', 'CF_remark'], user: ['CF_remark'] };

describe.each(['agent', 'user'] as const)('a collection for %ss', (type) => {
  const id = collections[type];
  const put = (settings: Omit<Settings, 'type'>, drawn: DataLimits) => {
    const whole = { ...settings, type, name: id, slug: `for-${id}`, enabled: true, limits: drawn };
    served.core.endpoints.putCollection(id, collectionSettings.parse(whole), 'test');
  };

  test.each(modes)(
    'in %s mode lists what may be called, with every release, choice and limit, and lets in nobody else',
    async (mode) => {
      for (const [index, profile] of profiles.slice(1).entries()) {
        for (const [number, drawn] of limits.entries()) {
          const settings = {
            mode,
            profile,
            ...(choices[(index + number) % choices.length] as (typeof choices)[number]),
          };
          put(settings, drawn);
          const customTools = (settings.customTools ?? []).filter(
            ({ name }) => drawn === noLimits || customWithin[type].includes(name),
          );
          // A key that is bound to the collection is a key like any other there.
          const deviations = await forAll((connection, account) => {
            const key = number === 0 ? keys.get(account.name) : boundKeys.get(`${id} ${account.name}`);
            const endpoint = `${served.endpoint}/${index % 2 === 0 ? id : `for-${id}`}`;
            return findDeviations(connection, account, { type, ...settings, customTools }, { endpoint, key });
          });
          expect(deviations).toEqual([]);
        }
      }
    },
    120_000,
  );

  test('is all that a key opens which is bound to it', async () => {
    const other = type === 'agent' ? collections.user : collections.agent;
    for (const endpoint of [served.endpoint, `${served.endpoint}/${other}`, `${served.endpoint}/nothing`]) {
      const statuses = await forAll(async (connection, { name }) => {
        const key = boundKeys.get(`${id} ${name}`) ?? '';
        const replies = await connection.exchange([
          ask(key, 'tools/list', {}, endpoint),
          ask(key, 'tools/call', { name: 'get_user_info' }, endpoint),
          ask(key, 'tools/call', { name: invented }, endpoint),
        ]);
        return replies.map(({ status }) => String(status));
      });
      expect([...new Set(statuses)]).toEqual(['403']);
    }
  });
});

test('a refused tool leaves the same activity row as an invented one', async () => {
  served.configure({ type: 'default', mode: 'strict', profile: 'latest', ...choices[0] });
  const [connection] = connections;
  const key = keys.get('a user who sees own tickets, scopes all') ?? '';
  await connection?.exchange(['assign_to_me', invented].map((name) => ask(key, 'tools/call', { name })));
  const [one, other] = served.core.database.connection
    .prepare<[], Record<string, unknown>>('SELECT * FROM trace_call ORDER BY id DESC LIMIT 2')
    .all()
    .map(({ id: _, at: __, microseconds: ___, tool: ____, ...rest }) => rest);
  expect(one).toEqual(other);
  expect(one).toMatchObject({ error_code: 'not_found', result: null, change_set_id: null });
});

test('the newer era lists and refuses the same', async () => {
  for (const [name, settings] of [
    ['the administrator, scopes all', { type: 'default', mode: 'strict', profile: 'latest', ...choices[1] }],
    [
      'an agent restricted to reading, scopes read:tickets',
      { type: 'default', mode: 'strict', profile: '2.236', ...choices[0] },
    ],
    ['a user who sees own tickets, scopes all', { type: 'default', mode: 'strict', profile: '2.232', ...choices[2] }],
  ] as const) {
    const complete = { includeAllSystemTools: true, tools: [], ...settings };
    served.configure(complete);
    const account = accounts.find((each) => each.name === name);
    const expected = account === undefined ? undefined : listExpectedTools(account, complete);
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
    const headers = { 'X-Halo-Api-Key': keys.get(name) ?? '' };
    await client.connect(new StreamableHTTPClientTransport(new URL(served.endpoint), { requestInit: { headers } }));
    expect((await client.listTools()).tools.map((tool) => tool.name).sort()).toEqual(expected);
    for (const tool of [invented, ...everyName]) {
      const call = client.callTool({ name: tool, arguments: {} });
      if (expected?.includes(tool) === true) await call;
      else await expect(call).rejects.toThrow(`Unknown tool: ${tool}`);
    }
    await client.close();
  }
}, 60_000);

test('a token that lacks the scope of a listed tool is told which to ask for, and an unlisted tool stays unknown', async () => {
  served.configure({ type: 'default', mode: 'strict', profile: 'latest', ...choices[0] });
  const { application, secret } = served.core.access.applications.create({
    name: 'Signs in',
    method: 'client_credentials',
    actsAs: { kind: 'agent', agentId: agent.ada },
    scopes: ['edit:tickets', 'read:kb'],
  });
  const form = {
    grant_type: 'client_credentials',
    client_id: application.id,
    client_secret: secret ?? '',
    scope: 'read:kb',
  };
  const reply = await fetch(`${served.url}/auth/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = (await reply.json()) as { access_token: string };
  const poster = createPoster(served.endpoint, token);
  expect((await poster.listTools()).map(({ name }) => name)).toContain('create_ticket');

  const call = (name: string, meta?: object) => ({
    ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
    params: { name, arguments: {}, ...(meta === undefined ? {} : { _meta: meta }) },
  });
  const version = '2026-07-28';
  const newerEra = { 'Mcp-Protocol-Version': version, 'Mcp-Method': 'tools/call', 'Mcp-Name': 'create_ticket' };
  const envelope = { 'io.modelcontextprotocol/protocolVersion': version };
  for (const [message, headers] of [
    [call('create_ticket')],
    [call('create_ticket', { progressToken: 1 })],
    [[call('get_user_info'), { ...call('create_ticket'), id: 2 }]],
    [call('create_ticket', envelope), newerEra],
  ] as const) {
    const refused = await poster.send(message, headers);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toMatch(/insufficient_scope.*edit:tickets/);
  }
  const unlisted = await poster.send(call('log_time'));
  expect(unlisted).toMatchObject({ status: 200, message: { error: { message: 'Unknown tool: log_time' } } });
});

test('releases before 2.232 have no choice of ticket type, and users are never asked whose ticket it is', async () => {
  const argumentsOf = async (account: string, profile: EndpointSettings['profile']): Promise<string[]> => {
    served.configure({ type: 'default', mode: 'strict', profile, ...choices[0] });
    const [reply] = (await connections[0]?.exchange([ask(keys.get(account) ?? '', 'tools/list', {})])) ?? [];
    const { tools } = (
      JSON.parse(reply?.body ?? '') as { result: { tools: { name: string; inputSchema: { properties: object } }[] } }
    ).result;
    return Object.keys(tools.find(({ name }) => name === 'create_ticket')?.inputSchema.properties ?? {});
  };
  const agentsArguments = ['user_email', 'summary', 'description'];
  expect(await argumentsOf('the administrator, scopes all', '2.204')).toEqual(agentsArguments);
  expect(await argumentsOf('the administrator, scopes all', '2.232')).toEqual([...agentsArguments, 'ticket_type']);
  const usersArguments = ['summary', 'description', 'ticket_type'];
  expect(await argumentsOf('a user who sees own tickets, scopes all', 'latest')).toEqual(usersArguments);
});
