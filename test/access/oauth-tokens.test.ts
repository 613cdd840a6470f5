import { expect, it } from 'vitest';
import { openOAuthDesk } from './oauth-desk.ts';

it("issues a token to Halo's own form, whatever tenant is named where", async () => {
  const { post, form, use, application } = await openOAuthDesk();
  for (const [fields, query] of [
    [{ tenant: 'acme' }, ''],
    [{}, '?tenant=acme'],
  ] as const) {
    const reply = await post({ ...form, ...fields, scope: 'read:tickets read:kb' }, {}, query);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('set-cookie')).toBeNull();
    const body = (await reply.json()) as { access_token: string };
    expect(body).toEqual({
      ...{ access_token: body.access_token, token_type: 'Bearer', expires_in: 3600, scope: 'read:tickets read:kb' },
    });
    expect(use(body.access_token)).toMatchObject({ applicationId: application.id, principal: { kind: 'service' } });
  }
});

it('issues a token to a client that signs in with the Basic scheme', async () => {
  const { post, application, secret, use } = await openOAuthDesk();
  const authorization = `Basic ${Buffer.from(`${application.id}:${secret}`).toString('base64')}`;
  const reply = await post({ grant_type: 'client_credentials', scope: 'read:kb' }, { authorization });
  const { access_token } = (await reply.json()) as { access_token: string };
  expect(use(access_token).principal.tokenScopes).toEqual(new Set(['read:kb']));
});

it("acts as the application's agent, with all of its scopes listed and the token's own beside them", async () => {
  const { issue, use } = await openOAuthDesk({ actsAs: { kind: 'agent', agentId: 1 } });
  const { access_token } = await issue({ scope: 'read:tickets' });
  expect(use(access_token).principal).toMatchObject({
    ...{ kind: 'agent', agentId: 1, scopes: new Set(['edit:tickets', 'read:kb']) },
    tokenScopes: new Set(['read:tickets']),
  });
});

it('issues a token without a scope that carries none, as Halo does', async () => {
  const { issue, use } = await openOAuthDesk({ scopes: ['all'] });
  const reply = await issue();
  expect(reply).not.toHaveProperty('scope');
  expect(use(reply.access_token).principal.tokenScopes).toEqual(new Set());
});

it('grants what the application has or brings, and no more', async () => {
  const asking = async (scopes: string[], scope: string) => {
    const { post, form } = await openOAuthDesk({ scopes });
    const reply = await post({ ...form, scope });
    const body = (await reply.json()) as { error?: string; scope?: string };
    return reply.status === 200 ? body.scope : `${reply.status} ${body.error}`;
  };
  expect(await asking(['edit:tickets'], 'read:tickets')).toBe('read:tickets');
  expect(await asking(['read:tickets'], 'edit:tickets')).toBe('400 invalid_scope');
  expect(await asking(['all'], 'all')).toBe('all');
  expect(await asking(['all'], 'admin edit:kb')).toBe('admin edit:kb');
  expect(await asking(['edit:tickets'], 'all')).toBe('400 invalid_scope');
  expect(await asking(['all:standard'], 'all')).toBe('400 invalid_scope');
  expect(await asking(['all:standard'], 'admin')).toBe('400 invalid_scope');
  expect(await asking(['all'], 'read:users')).toBe('400 invalid_scope');
  expect(await asking(['all'], 'openid')).toBe('400 invalid_scope');
  expect(await asking([], 'read:kb')).toBe('400 invalid_scope');
  expect(await asking([], '')).toBeUndefined();
});

it('narrows tokens that are out when the application loses a scope', async () => {
  const { issue, use, access, application } = await openOAuthDesk({ scopes: ['all'] });
  const { access_token } = await issue({ scope: 'all' });
  access.applications.update(application.id, { scopes: ['read:kb'] });
  expect(use(access_token).principal.tokenScopes).toEqual(new Set(['read:kb']));
});

it('binds a token to the endpoint that it was asked for, and to no other place', async () => {
  const { issue, use, post, form, origin } = await openOAuthDesk();
  const { access_token } = await issue({ resource: `${origin}/api/mcp` });
  expect(use(access_token).audience).toBe(`${origin}/api/mcp`);
  expect(use((await issue()).access_token)).not.toHaveProperty('audience');
  const wrong: [string, string][][] = [
    [['resource', `${origin}/api/mcp/`]],
    [['resource', 'https://elsewhere.example/']],
    [['resource', 'nonsense']],
    [
      ['resource', `${origin}/api/mcp`],
      ['resource', 'https://elsewhere.example/'],
    ],
  ];
  for (const fields of wrong) {
    const reply = await post([...Object.entries(form), ...fields]);
    expect([reply.status, await reply.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_target' })]);
  }
});

it('ends a token after an hour, says so for another, and then forgets it', async () => {
  const { issue, use, clock, database } = await openOAuthDesk();
  const { access_token } = await issue();
  clock.now += 3_600_000 - 1;
  expect(use(access_token).expiresAt).toBe(clock.now + 1);
  clock.now += 1;
  expect(() => use(access_token)).toThrow(/has expired/);
  clock.now += 3_600_001;
  await issue();
  expect(() => use(access_token)).toThrow(/not valid/);
  expect(database().connection.prepare('SELECT count(*) FROM access_oauth_record').pluck().get()).toBe(1);
});

it('stops tokens at once when the application is disabled, deleted or given another secret', async () => {
  const { issue, use, access, application, post, form } = await openOAuthDesk();
  const { access_token } = await issue();
  access.applications.disable(application.id);
  expect(() => use(access_token)).toThrow(/is disabled/);
  access.applications.enable(application.id);
  expect(use(access_token).applicationId).toBe(application.id);

  const { secret } = access.applications.replaceSecret(application.id);
  expect(() => use(access_token)).toThrow(/not valid/);
  expect((await post(form)).status).toBe(401);
  const next = await issue({ client_secret: secret });
  access.applications.delete(application.id);
  expect(() => use(next.access_token)).toThrow(/not valid/);
  expect((await post({ ...form, client_secret: secret })).status).toBe(401);
});

it('keeps tokens valid over a restart, and issues more with the same secret', async () => {
  const { issue, use, restart, start } = await openOAuthDesk();
  const { access_token } = await issue({ scope: 'read:kb' });
  const access = restart();
  await start();
  expect(use(access_token, access).principal.tokenScopes).toEqual(new Set(['read:kb']));
  expect(use((await issue()).access_token, access).applicationId).toBeDefined();
});

it('writes neither tokens nor secrets to disk or log', async () => {
  const { issue, post, form, bytesOnDisk, logged, secret, application } = await openOAuthDesk();
  const { access_token } = await issue({ scope: 'read:kb' });
  await post({ ...form, client_secret: 'halo_secret_wrong' });
  await post({ ...form, client_id: 'halo_secret_pasted' });
  await post({ ...form, scope: 'halo_secret_scope' });
  const bytes = bytesOnDisk();
  expect(bytes.includes(application.id)).toBe(true);
  for (const text of [access_token, secret]) expect(bytes.includes(text)).toBe(false);
  expect(logged).toHaveLength(3);
  for (const text of [access_token, secret, 'halo_secret']) expect(logged.join()).not.toContain(text);
});
