import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import { createPoster } from '../support/post-mcp.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

describe('configuration through the admin door', () => {
  let admin: OpenAdmin;
  beforeAll(async () => {
    admin = await openAdmin();
  }, 60_000);
  afterAll(() => admin.close());

  const connect = async (name: string, options: Parameters<OpenAdmin['served']['createKey']>[0] = {}) => {
    const poster = createPoster(admin.served.endpoint, admin.served.createKey(options));
    const info = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name, version: '1' } };
    await poster.request('initialize', info);
    return poster;
  };

  describe('the endpoint', () => {
    it('is disabled when its default connection is removed, and stays off without one', async () => {
      const { endpoint } = admin.client;
      expect((await endpoint.get()).settings).toMatchObject({ defaultConnection: 'offline', enabled: true });
      expect((await endpoint.update({ defaultConnection: 'none' })).settings.enabled).toBe(false);
      await expect(endpoint.enable()).rejects.toMatchObject({ code: 'conflict' });
      await endpoint.update({ defaultConnection: 'offline' });
      expect((await endpoint.enable()).settings.enabled).toBe(true);
    });

    it('says in advance what a change does to whoever is connected', async () => {
      const { endpoint } = admin.client;
      const user = (await admin.client.principals.suggest({ text: '' })).find(({ kind }) => kind === 'user');
      await connect('agent-client');
      await connect('user-client', { as: user?.email ?? '' });
      const { clients } = await endpoint.clients();
      expect(clients.map(({ client, sessions }) => ({ client, sessions }))).toEqual([
        { client: 'user-client 1', sessions: 1 },
        { client: 'agent-client 1', sessions: 1 },
      ]);
      const names = ['log_time', 'assign_to_me'];
      expect(await endpoint.preview({ change: { choose: { names, enabled: false } } })).toEqual({
        ...{ connectedClients: 2, shutOut: 0, affected: 1, loseTools: ['assign_to_me', 'log_time'], gainTools: [] },
        message: '1 connected client loses 2 tools.',
      });
      expect(await endpoint.preview({ change: { enabled: false } })).toMatchObject({
        ...{ shutOut: 2, message: '2 connected clients get in no more.' },
      });
      expect(await endpoint.preview({ change: { framing: 'sse' } })).toMatchObject({ affected: 0, loseTools: [] });
      expect((await admin.client.tools.get({ name: 'log_time' })).enabled).toBe(true);
    });
  });

  describe('the tools', () => {
    it('are described as the model reads them, with what listing them costs', async () => {
      const poster = await connect('reader');
      const listed = await poster.listTools();
      const preview = await admin.client.tools.preview({});
      expect(preview.tools).toEqual(listed);
      expect(preview.estimatedTokens).toBe(estimateTokens(JSON.stringify(listed)));
      const tools = await admin.client.tools.list({});
      expect(tools.filter(({ offered }) => offered).map(({ name }) => name)).toEqual(listed.map(({ name }) => name));
      const one = await admin.client.tools.get({ name: 'get_one_ticket' });
      expect(one).toMatchObject({ inputSchema: listed.find(({ name }) => name === 'get_one_ticket')?.inputSchema });
      expect(one).toMatchObject({
        since: '2.204',
        columns: { user: 'listed' },
        scopes: expect.arrayContaining(['read:tickets']) as unknown,
      });
      await expect(admin.client.tools.get({ name: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
    });

    it('that are not offered are described too, and why', async () => {
      const tool = await admin.client.tools.get({ name: 'get_my_tickets' });
      expect(tool).toMatchObject({ offered: false, why: 'It is offered to users only.' });
      expect(tool.description).not.toBe('');
      expect(await admin.client.tools.get({ name: 'get_my_tickets', as: 'user:1' })).toMatchObject({ offered: true });
    });

    it('are switched together in one version, or not at all', async () => {
      const { tools, endpoint } = admin.client;
      const before = await endpoint.get();
      await expect(tools.choose({ names: ['log_time', 'nothing'], enabled: false })).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await endpoint.get()).toEqual(before);
      const choice = await tools.choose({ names: ['log_time', 'assign_to_me'], enabled: false });
      expect(choice).toMatchObject({ changed: true, includeAllSystemTools: false });
      expect((await endpoint.get()).version).toBe(before.version + 1);
      expect(await tools.choose({ names: ['log_time'], enabled: false })).toMatchObject({ changed: false });
      await tools.enableAll();
      const picked = await tools.pickOneByOne();
      expect(picked).toMatchObject({
        includeAllSystemTools: false,
        tools: expect.arrayContaining(['log_time']) as unknown,
      });
      await tools.enableAll();
    });
  });

  describe('a call', () => {
    it('that a tool refuses is an answer with its place in the log', async () => {
      const report = await admin.client.calls.create({ tool: 'get_one_ticket', arguments: { ticket_id: 'x' } });
      expect(report).toMatchObject({ callId: expect.any(Number) as number, error: { code: 'invalid_arguments' } });
      const unknown = await admin.client.calls.create({ tool: 'get_one_tiket', arguments: {} });
      expect(unknown.error).toMatchObject({
        ...{ code: 'not_found', message: expect.stringContaining('Did you mean get_one_ticket') as string },
      });
    });

    it('may be made as anybody who is suggested', async () => {
      const people = await admin.client.principals.suggest({ text: 'a' });
      expect(people.length).toBe(20);
      expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(['agent', 'user']));
      for (const { label, email } of people.slice(-3)) {
        const { result } = await admin.client.calls.create({ tool: 'get_user_info', arguments: {}, as: label });
        expect(result).toMatchObject({ email });
      }
      expect(await admin.client.principals.suggest({ text: '%_\\' })).toEqual([]);
    });
  });

  describe('an application', () => {
    it('says which tools it is offered, and which scopes it lacks or has too many of', async () => {
      const { applications, keys } = admin.client;
      await applications.create({ name: 'Narrow', method: 'static_key', scopes: ['read:kb', 'read:crm'] });
      const { application, effective } = await applications.get({ application: 'narrow' });
      expect(application.person).toMatchObject({ label: 'agent:1', name: 'Philippa Quill' });
      expect(effective.refused).toBe('It has no key yet.');
      const byName = new Map(effective.tools.map((tool) => [tool.name, tool]));
      expect(byName.get('get_knowledge')).toMatchObject({ offered: true });
      expect(byName.get('get_one_ticket')).toMatchObject({
        offered: false,
        why: expect.stringContaining('scope') as string,
      });
      expect(effective.advice).toMatchObject({ moreThanNeeded: ['read:crm'] });
      expect(effective.advice.lacks).toContain('read:tickets');
      expect(effective.advice.enough).toContain('read:kb');
      const { key } = await keys.create({ name: 'Narrow' });
      expect((await applications.get({ application: 'Narrow' })).effective.refused).toBeUndefined();
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      expect(await keys.setExpiry({ id: key.id, expiresAt })).toMatchObject({ expiresAt });
    });

    it('with exactly the scopes that are enough is offered the same as with all of them', async () => {
      const { applications } = admin.client;
      const { effective } = await applications.get({ application: 'Narrow' });
      const { enough } = effective.advice;
      const after = await applications.preview({ application: 'Narrow', changes: { scopes: enough } });
      expect(after.advice).toMatchObject({ lacks: [], moreThanNeeded: [] });
      const all = await applications.preview({ application: 'Narrow', changes: { scopes: ['all'] } });
      expect(after.tools).toEqual(all.tools);
      expect(all.advice.moreThanNeeded).toEqual(['all']);
      expect((await applications.get({ application: 'Narrow' })).effective).toEqual(effective);
    });

    it('is changed in what is given, and in nothing when that is wrong', async () => {
      const { applications } = admin.client;
      const changes = { name: 'Wide', scopes: ['all'], as: 'user:1' };
      expect(await applications.update({ application: 'Narrow', changes })).toMatchObject({
        ...{ name: 'Wide', scopes: ['all'], actsAs: 'user:1' },
      });
      const wrong = [{ name: ' ' }, { scopes: ['nothing'] }, { as: 'user:99999' }, { as: 'user:1', service: true }];
      for (const changes of wrong) {
        await expect(applications.update({ application: 'Wide', changes: { ...changes } })).rejects.toThrow();
      }
      expect((await applications.get({ application: 'Wide' })).application).toMatchObject({
        scopes: ['all'],
        actsAs: 'user:1',
      });
      await applications.create({ name: 'Secret', method: 'client_credentials' });
      const { clientSecret } = await applications.replaceSecret({ application: 'Secret' });
      expect(clientSecret).toMatch(/^halo_secret_/);
    });
  });

  it('the settings are versioned and say when they take effect', async () => {
    const { settings } = admin.client;
    const before = await settings.get();
    expect(before.settings).toEqual({ publicPort: 4256, idleMinutes: 60, allowedMcpServers: [] });
    const after = await settings.update({ publicPort: 5000 });
    expect(after).toMatchObject({ settings: { publicPort: 5000, idleMinutes: 60 }, takesEffectAtNextStart: true });
    for (const wrong of [{ publicPort: 80 }, { publicPort: 70_000 }, { idleMinutes: 0 }, { other: 1 }]) {
      await expect(settings.update(wrong as never)).rejects.toMatchObject({ code: 'invalid_arguments' });
    }
    expect(admin.served.core.settings.get().publicPort).toBe(5000);
  });

  it('servers that may be called are a host and a port, and nothing wider', async () => {
    const { settings } = admin.client;
    const allowedMcpServers = ['tools.example.org:443', '127.0.0.1:9000', '[::1]:8080'];
    expect((await settings.update({ allowedMcpServers })).settings).toMatchObject({ allowedMcpServers });
    const wrong = [
      '*',
      '*:80',
      'example.org',
      'example.org:0',
      'example.org:70000',
      'https://example.org:443',
      'a:1/x',
    ];
    for (const server of wrong) {
      const refused = settings.update({ allowedMcpServers: [server] });
      await expect(refused, server).rejects.toMatchObject({ code: 'invalid_arguments' });
    }
    await settings.update({ allowedMcpServers: [] });
  });

  it('the status ticks off what a newcomer has done', async () => {
    const fresh = await openAdmin({ newDesk: 'empty' });
    const { workbench, endpoint, keys } = fresh.client;
    await endpoint.disable();
    const nothing = { endpointEnabled: false, hasKey: false, clientConnected: false, callMade: false };
    expect((await workbench.status()).checklist).toEqual(nothing);
    await endpoint.enable();
    const { secret } = await keys.create({ service: true });
    const poster = createPoster(fresh.served.endpoint, secret);
    expect((await workbench.status()).checklist).toEqual({ ...nothing, endpointEnabled: true, hasKey: true });
    await poster.call('get_user_info');
    const status = await workbench.status();
    expect(Object.values(status.checklist)).toEqual([true, true, true, true]);
    expect(status.connectedClients).toBe(1);
    await fresh.close();
  });
});
