import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import { createPoster } from '../support/post-mcp.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

describe('collections through the admin door', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin({ newDesk: 'demo' });
  }, 60_000);
  afterAll(() => admin.close());

  const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

  it('are made with an id, a readable alias and addresses, and say what listing them costs', async () => {
    const { collections } = admin.client;
    const made = await collections.create({ name: ' Überblick: Service Desk! ', type: 'agent', enabled: true });
    expect(made.id).toMatch(uuid);
    expect(made.settings).toMatchObject({
      ...{ name: 'Überblick: Service Desk!', slug: 'uberblick-service-desk', type: 'agent', mode: 'strict' },
      ...{ includeAllSystemTools: true, limits: { teamIds: [], clientIds: [], ticketTypeIds: [] } },
    });
    expect(made.url).toBe(`${admin.served.endpoint}/${made.id}`);
    expect(made.alias).toBe(`${admin.served.endpoint}/uberblick-service-desk`);
    const listed = await createPoster(made.alias ?? '', admin.served.createKey()).listTools();
    expect(made.listing).toMatchObject({
      tools: listed.length,
      estimatedTokens: estimateTokens(JSON.stringify(listed)),
    });
    expect(await collections.get({ collection: 'Überblick: service desk!' })).toMatchObject({ id: made.id });
    expect(await collections.measure({ name: 'Not yet', type: 'agent' })).toEqual(made.listing);
    expect((await collections.list()).map(({ settings }) => settings.name)).toEqual(['Überblick: Service Desk!']);
  });

  it('have names of their own and addresses that no other has', async () => {
    const { collections } = admin.client;
    const first = await collections.create({ name: 'Night shift', type: 'agent' });
    expect(first.settings.slug).toBe('night-shift');
    await expect(collections.create({ name: 'NIGHT SHIFT', type: 'user' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await collections.create({ name: 'Night-shift', type: 'agent' })).settings.slug).toBe('night-shift-2');
    expect((await collections.create({ name: '夜勤', type: 'agent' })).settings.slug).toBe('collection');
    expect((await collections.create({ name: 'Default', type: 'agent' })).settings.slug).toBe('default-2');
    expect((await collections.create({ name: first.id, type: 'agent' })).settings.slug).toBe(`${first.id}-2`);
    await expect(collections.create({ name: '  ', type: 'agent' })).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
  });

  it('take no tools, limits or releases that there are not', async () => {
    const { collections } = admin.client;
    const make = (more: object) => collections.create({ name: 'Wrong', type: 'user', ...more });
    await expect(make({ tools: ['get_nothing'] })).rejects.toMatchObject({ code: 'not_found' });
    await expect(make({ tools: ['assign_to_me'] })).rejects.toMatchObject({ code: 'conflict' });
    await expect(make({ descriptions: { assign_to_me: 'Mine' } })).rejects.toMatchObject({ code: 'conflict' });
    await expect(make({ descriptions: { create_ticket: ' ' } })).rejects.toMatchObject({ code: 'invalid_arguments' });
    await expect(make({ profile: '2.204' })).rejects.toThrow('from 2.232 on');
    for (const list of ['teamIds', 'clientIds', 'ticketTypeIds']) {
      const limits = { teamIds: [], clientIds: [], ticketTypeIds: [], [list]: [99_999] };
      await expect(make({ limits })).rejects.toMatchObject({ code: 'invalid_arguments' });
    }
    await expect(make({ callsPerMinute: 0 })).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect((await collections.list()).some(({ settings }) => settings.name === 'Wrong')).toBe(false);
  });

  it('are saved on top of the version that was read, keep every version, and a save of nothing new is none', async () => {
    const { collections } = admin.client;
    const made = await collections.create({ name: 'Versions', type: 'agent' });
    const reference = { collection: made.id };
    const saved = await collections.save({ ...reference, version: made.version, changes: { callsPerMinute: 30 } });
    expect(saved.version).toBeGreaterThan(made.version);
    const late = collections.save({ ...reference, version: made.version, changes: { enabled: true } });
    await expect(late).rejects.toMatchObject({ code: 'conflict', details: { version: saved.version } });
    const same = await collections.save({ ...reference, version: saved.version, changes: { callsPerMinute: 30 } });
    expect(same.version).toBe(saved.version);
    const renamed = await collections.save({ ...reference, version: saved.version, changes: { name: 'Renamed' } });
    expect(renamed.settings.slug).toBe('renamed');

    await expect(collections.delete({ ...reference, version: made.version })).rejects.toMatchObject({
      code: 'conflict',
    });
    await collections.delete({ ...reference, version: renamed.version });
    await expect(collections.get(reference)).rejects.toMatchObject({ code: 'not_found' });
    const versions = await collections.versions(reference);
    expect(versions.map(({ settings }) => settings && [settings.name, settings.callsPerMinute])).toEqual([
      undefined,
      ['Renamed', 30],
      ['Versions', 30],
      ['Versions', null],
    ]);
  });

  it('say when and by whom they were saved, and which tools of their type there are', async () => {
    const { collections } = admin.client;
    const made = await collections.create({
      ...{ name: 'Functions', type: 'user', includeAllSystemTools: false },
      ...{ tools: ['create_ticket'], descriptions: { create_ticket: 'Ask us for help, in one sentence.' } },
    });
    expect(made.savedBy).toBe('workbench');
    expect((await collections.versions({ collection: made.id }))[0]?.at).toBe(made.savedAt);
    const functions = await collections.functions({ collection: made.id });
    const names = functions.map(({ name }) => name);
    expect(names).toContain('update_ticket');
    expect(names).not.toContain('assign_to_me');
    const { description, bytes, ...own } = functions.find(({ name }) => name === 'create_ticket') ?? { bytes: 0 };
    expect(own).toMatchObject({ source: 'system', included: true, kind: 'write' });
    expect(description).not.toContain('in one sentence');
    const others = made.settings.descriptions['create_ticket'] ?? '';
    expect(made.listing.bytes).toBe(bytes - (description ?? '').length + others.length + '[]'.length);
    const agents = await collections.create({ name: 'Functions of agents', type: 'agent' });
    const ofAgents = await collections.functions({ collection: agents.id });
    expect(ofAgents.find(({ name }) => name === 'get_clients')).toMatchObject({ included: false });
  });

  it('go back to an earlier version by saving it anew, unless another has taken its name', async () => {
    const { collections } = admin.client;
    const first = await collections.create({ name: 'Before', type: 'agent', enabled: true, callsPerMinute: 30 });
    const reference = { collection: first.id };
    const changes = { name: 'After', includeAllSystemTools: false, tools: ['get_knowledge'], callsPerMinute: null };
    const second = await collections.save({ ...reference, version: first.version, changes });
    const back = await collections.versionDifference({ ...reference, restore: first.version });
    expect(back).toMatchObject({
      ...{ before: second.listing, after: first.listing, toolsRemoved: [] },
      settings: ['includeAllSystemTools', 'tools', 'callsPerMinute', 'name'],
    });
    const late = collections.restore({ ...reference, version: first.version, restore: first.version });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    const restored = await collections.restore({ ...reference, version: second.version, restore: first.version });
    expect(restored.settings).toEqual(first.settings);
    expect(restored.version).toBeGreaterThan(second.version);
    expect(restored.formerAliases).toEqual([second.alias]);
    expect(await collections.versions(reference)).toHaveLength(3);
    const again = await collections.restore({ ...reference, version: restored.version, restore: first.version });
    expect(again.version).toBe(restored.version);

    await collections.create({ name: 'after', type: 'user' });
    const taken = collections.restore({ ...reference, version: restored.version, restore: second.version });
    await expect(taken).rejects.toMatchObject({ code: 'conflict' });
    await expect(taken).rejects.toThrow('another one has this name now');
    expect((await collections.versionDifference({ ...reference, restore: second.version })).after.tools).toBe(1);
    const never = collections.restore({ ...reference, version: restored.version, restore: 999_999 });
    await expect(never).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are found at the address of their old name until another one takes it, also after a restart', async () => {
    const { collections } = admin.client;
    const key = admin.served.createKey();
    const count = async (address: string | undefined): Promise<number | string> => {
      const { status, message } = await createPoster(address ?? '', key).request('tools/list');
      return status === 200 ? (message.result?.['tools'] as unknown[]).length : `HTTP ${status}`;
    };
    const first = await collections.create({ name: 'Old name', type: 'agent', enabled: true });
    const save = { collection: first.id, version: first.version, changes: { name: 'New name' } };
    const renamed = await collections.save(save);
    expect(renamed.formerAliases).toEqual([first.alias]);
    const all = first.listing.tools;
    expect([await count(first.alias), await count(renamed.alias), await count(first.url)]).toEqual([all, all, all]);

    const one = { includeAllSystemTools: false, tools: ['get_knowledge'] };
    const taker = await collections.create({ name: 'Old name', type: 'agent', enabled: true, ...one });
    expect(taker.alias).toBe(first.alias);
    expect(await count(first.alias)).toBe(1);
    expect((await collections.get({ collection: first.id })).formerAliases).toEqual([]);
    await collections.delete({ collection: taker.id, version: taker.version });
    // Its clients are not sent to a collection that is meant for others.
    expect(await count(first.alias)).toBe('HTTP 404');

    const { createEndpoints } = await import('../../src-main/domain/configuration/endpoints.ts');
    const again = createEndpoints(admin.served.core.database, admin.served.core.ports);
    expect(again.findByAddress('old-name')).toBeUndefined();
    const back = await collections.save({ ...save, version: renamed.version, changes: { name: 'Old name' } });
    expect([await count(back.alias), await count(renamed.alias)]).toEqual([all, all]);
    const afterwards = createEndpoints(admin.served.core.database, admin.served.core.ports);
    expect(afterwards.findByAddress('new-name')?.id).toBe(first.id);
    expect(afterwards.listFormerSlugs(first.id)).toEqual(['new-name']);
  });

  it('survive a restart as they were', async () => {
    const { collections } = admin.client;
    const made = await collections.create({ name: 'Kept', type: 'user', descriptions: { create_ticket: 'Ask us.' } });
    const { createEndpoints } = await import('../../src-main/domain/configuration/endpoints.ts');
    const again = createEndpoints(admin.served.core.database, admin.served.core.ports);
    expect(again.find(made.id)).toEqual(admin.served.core.endpoints.find(made.id));
    expect(again.listCollections()).toHaveLength((await collections.list()).length);
  });

  it('are cloned whole, or as what only reads, and wait to be enabled', async () => {
    const { collections } = admin.client;
    const made = await collections.create({
      ...{ name: 'Model', type: 'agent', enabled: true, tools: ['get_users', 'create_ticket'] },
      ...{ callsPerMinute: 5, descriptions: { get_users: 'Who is who.' } },
    });
    const copy = await collections.clone({ collection: made.id });
    expect(copy.settings).toEqual({ ...made.settings, name: 'Model (copy)', slug: 'model-copy', enabled: false });
    expect((await collections.clone({ collection: made.id })).settings.name).toBe('Model (copy 2)');
    const reading = await collections.clone({ collection: made.id, readOnly: true });
    expect(reading.settings).toMatchObject({
      name: 'Model (read-only)',
      includeAllSystemTools: false,
      callsPerMinute: 5,
    });
    const kinds = new Map((await admin.client.tools.list({})).map(({ name, kind }) => [name, kind]));
    expect(reading.settings.tools).toContain('get_users');
    expect(reading.settings.tools.map((name) => kinds.get(name))).not.toContain('write');
    await collections.save({ collection: reading.id, version: reading.version, changes: { enabled: true } });
    const listed = await createPoster(reading.url ?? '', admin.served.createKey()).listTools();
    expect(listed.map(({ annotations }) => annotations.readOnlyHint)).not.toContain(false);
    expect(listed.map(({ name }) => name).sort()).toEqual([...reading.settings.tools].sort());
  });

  it('say what a client would see change, and how many connected ones it concerns', async () => {
    const { collections } = admin.client;
    const made = await collections.create({ name: 'Published', type: 'agent', enabled: true });
    const user = (await admin.client.principals.suggest({ text: '' })).find(({ kind }) => kind === 'user');
    const info = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'one', version: '1' } };
    await createPoster(made.url ?? '', admin.served.createKey()).request('initialize', info);
    await createPoster(made.url ?? '', admin.served.createKey({ scopes: ['read:kb'] })).request('initialize', info);
    await createPoster(made.url ?? '', admin.served.createKey({ as: user?.email ?? '' })).request('initialize', info);

    const tools = made.settings.tools;
    const difference = await collections.difference({
      collection: made.id,
      changes: { tools: [...tools, 'create_ticket'], descriptions: { log_time: 'Book it.' } },
    });
    expect(difference).toMatchObject({
      ...{ toolsAdded: ['create_ticket'], toolsRemoved: [], settings: ['tools', 'descriptions'] },
      ...{ connectedClients: 2, affected: 1, shutOut: 0, before: made.listing },
      toolsChanged: [{ name: 'log_time', description: { after: 'Book it.' }, argumentsChanged: false }],
      ...{ loseTools: [], gainTools: ['create_ticket'] },
      message: 'Tools: 1 more, 1 described differently. 1 of 2 connected clients gains 1 tool.',
    });
    expect(difference.after.tools).toBe(made.listing.tools + 1);
    const off = await collections.difference({ collection: made.id, changes: { enabled: false } });
    expect(off).toMatchObject({ shutOut: 2, affected: 2 });
    expect(off.message).toContain('2 connected clients get in no more.');
    const fewer = await collections.difference({
      collection: made.id,
      changes: { includeAllSystemTools: false, tools: ['get_knowledge', 'get_user_info'] },
    });
    expect(fewer.message).toMatch(/^Tools: \d+ fewer\. 2 connected clients lose up to \d+ tools\.$/);
    const other = await collections.difference({
      collection: made.id,
      changes: { descriptions: { log_time: 'Book.' } },
    });
    expect(other.message).toContain('1 of 2 connected clients reads other descriptions.');
    const none = await collections.difference({ collection: made.id, changes: { callsPerMinute: 9 } });
    expect(none).toMatchObject({ affected: 0, toolsAdded: [], toolsChanged: [], settings: ['callsPerMinute'] });
    expect((await collections.get({ collection: made.id })).version).toBe(made.version);
    const { clients, openSessions } = await collections.clients({ collection: made.id });
    expect([clients.length, openSessions]).toEqual([2, 2]);
    expect((await admin.client.endpoint.clients()).clients).toEqual([]);
  });

  it('are named in the activity log and where keys and applications are bound to them', async () => {
    const { collections, keys, applications, activity } = admin.client;
    const made = await collections.create({ name: 'Bound', type: 'agent', enabled: true });
    const { secret, key, application } = await keys.create({ name: 'Bound key', collection: 'bound' });
    expect(key.collection).toEqual({ id: made.id, name: 'Bound' });
    await createPoster(made.url ?? '', secret).read('get_user_info', {});
    const { calls } = await activity.list({ limit: 1 });
    expect(calls[0]).toMatchObject({ endpointId: made.id, endpointName: 'Bound', tool: 'get_user_info' });
    expect((await activity.list({ endpoints: [made.id] })).total).toEqual({ count: 1, exact: true });
    expect((await keys.roll({ id: key.id })).key.collection).toEqual({ id: made.id, name: 'Bound' });

    const reference = { application: application.id };
    expect(application.collections).toBeUndefined();
    const limited = await applications.update({ ...reference, changes: { collections: ['Bound', 'default'] } });
    expect(limited.collections?.map(({ name }) => name)).toEqual(['Bound', 'Default endpoint']);
    await applications.update({ ...reference, changes: { collections: ['bound'] } });
    expect((await applications.get(reference)).effective.refused).toBe('It may not use this endpoint.');
    const there = (await applications.get({ ...reference, collection: 'bound' })).effective;
    expect(there.refused).toBeUndefined();
    expect(there.tools.filter(({ offered }) => offered)).toHaveLength(made.listing.tools);
    await collections.delete({ collection: made.id, version: made.version });
    expect((await applications.get(reference)).application.collections).toEqual([{ id: made.id }]);
    expect((await applications.update({ ...reference, changes: { collections: null } })).collections).toBeUndefined();
    const unknown = keys.create({ collection: 'nothing of the kind' });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tell the pages when one was saved or deleted', async () => {
    const { collections, events } = admin.client;
    const stop = new AbortController();
    const stream = await events.subscribe(undefined, { signal: stop.signal });
    const next = async (): Promise<unknown> => {
      for (;;) {
        const { value, done } = await stream.next();
        if (done === true || value.kind === 'configuration') return value;
      }
    };
    await stream.next();
    const made = await collections.create({ name: 'Told', type: 'user' });
    const saved = { kind: 'configuration', object: 'collection', endpointId: made.id, by: 'workbench' };
    expect(await next()).toMatchObject({ ...saved, version: made.version });
    await collections.delete({ collection: made.id, version: made.version });
    expect(await next()).toMatchObject(saved);
    stop.abort();
  });

  it('have their calls run again where they were made, behind the same limits', async () => {
    const { collections, calls, activity, lookups } = admin.client;
    const [client] = (await lookups.get()).clients;
    const limits = { teamIds: [], clientIds: [client?.id ?? 0], ticketTypeIds: [] };
    const made = await collections.create({
      name: 'Again',
      type: 'agent',
      enabled: true,
      tools: ['get_clients'],
      limits,
    });
    const input = { tool: 'get_clients', arguments: { search: '' }, collection: 'again' };
    const one = await calls.create(input);
    expect(one.result).toMatchObject({ record_count: 1 });
    const again = await calls.rerun({ id: one.callId ?? 0 });
    expect(again.result).toEqual(one.result);
    expect(await activity.get({ id: again.callId ?? 0 })).toMatchObject({ endpointId: made.id });
  });
});
