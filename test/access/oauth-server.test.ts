import { discoverAuthorizationServerMetadata } from '@modelcontextprotocol/client';
import { expect, it, vi } from 'vitest';
import { protectedResourceMetadata } from '../../src-main/access/oauth/metadata.ts';
import { openOAuthDesk } from './oauth-desk.ts';

it('answers every failed sign-in with the same status, headers and words', async () => {
  const { post, form, access } = await openOAuthDesk();
  const made = { actsAs: { kind: 'service' }, scopes: [] } as const;
  const keys = access.applications.create({ name: 'Keys', method: 'static_key', ...made });
  const disabled = access.applications.create({ name: 'Off', method: 'client_credentials', enabled: false, ...made });
  const attempts = [
    { client_secret: 'wrong' },
    { client_secret: `${form.client_secret}0` },
    { client_id: 'unknown' },
    { client_id: 'nobody' },
    { client_id: keys.application.id },
    { client_id: disabled.application.id },
    { client_id: 'x'.repeat(2000), client_secret: 'y'.repeat(2000) },
  ];
  for (const attempt of attempts) {
    const reply = await post({ ...form, ...attempt });
    expect(reply.status).toBe(401);
    expect(await reply.text()).toBe('{"error":"invalid_client","error_description":"client authentication failed"}');
    expect(reply.headers.get('cache-control')).toBe('no-store');
  }
  const authorization = `Basic ${Buffer.from('unknown:wrong').toString('base64')}`;
  const basic = await post({ grant_type: 'client_credentials' }, { authorization });
  expect(basic.status).toBe(401);
  // RFC 6749 section 5.2: the scheme that the client used is the one to answer with.
  expect(basic.headers.get('www-authenticate')).toMatch(/^Basic realm="http/);
  expect((await post(form, { authorization })).status).toBe(400);
});

it('tells that an application is disabled only to whoever holds its secret', async () => {
  const { post, form, access, application } = await openOAuthDesk();
  access.applications.disable(application.id);
  const reply = await post(form);
  expect(reply.status).toBe(401);
  expect(await reply.json()).toEqual({
    ...{ error: 'invalid_client', error_description: expect.stringMatching(/application is disabled/) as string },
  });
});

it('refuses other grants, missing parts, repeated parts and large bodies, and goes on working', async () => {
  const { post, form, issue, origin } = await openOAuthDesk();
  const { client_id, client_secret, grant_type } = form;
  const outcome = async (...input: Parameters<typeof post>) => {
    const reply = await post(...input);
    return [reply.status, ((await reply.json()) as { error: string }).error];
  };
  for (const other of ['password', 'authorization_code', 'refresh_token', 'implicit', '__proto__', '']) {
    expect((await outcome({ ...form, grant_type: other }))[0]).toBe(400);
  }
  expect(await outcome({ client_id, client_secret })).toEqual([400, 'invalid_request']);
  expect(await outcome({ grant_type })).toEqual([400, 'invalid_request']);
  expect((await outcome({ grant_type, client_id }))[0]).toBe(401);
  expect(await outcome([...Object.entries(form), ['client_secret', 'x']])).toEqual([400, 'invalid_request']);
  expect(await outcome([...Object.entries(form), ['scope', 'a'], ['scope', 'b']])).toEqual([400, 'invalid_request']);
  expect(await outcome({ ...form, padding: 'x'.repeat(100_000) })).toEqual([400, 'invalid_request']);
  const json = await fetch(`${origin}/auth/token`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(form) },
  });
  expect(json.status).toBe(400);
  expect((await issue()).token_type).toBe('Bearer');
});

it('offers nothing but tokens and its metadata', async () => {
  const { origin } = await openOAuthDesk();
  const status = async (path: string, method = 'GET') => (await fetch(origin + path, { method })).status;
  const absent = [
    ...['/', '/auth', '/auth/', '/auth/authorize', '/auth/authorize/x', '/auth/token/', '/auth/token/introspection'],
    ...['/token', '/jwks', '/auth/jwks', '/me', '/reg', '/request', '/session/end', '/session/end/confirm', '/device'],
    ...['/interaction/x', '/token/revocation', '/token/introspection', '/.well-known/openid-configuration'],
  ];
  for (const path of absent) {
    for (const method of ['GET', 'POST', 'DELETE'])
      expect([path, method, await status(path, method)]).toEqual([path, method, 404]);
  }
  expect(await status('/auth/token')).toBe(405);
  expect(await status('/auth/token', 'OPTIONS')).toBe(405);
});

it('describes itself truthfully and so that MCP clients understand it', async () => {
  const { origin } = await openOAuthDesk();
  const metadata = await discoverAuthorizationServerMetadata(origin);
  expect(metadata).toMatchObject({
    ...{ issuer: origin, token_endpoint: `${origin}/auth/token`, response_types_supported: [] },
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  });
  expect(protectedResourceMetadata({ resource: `${origin}/api/mcp`, origin, scopes: ['read:kb'] })).toEqual({
    resource: `${origin}/api/mcp`,
    authorization_servers: [origin],
    bearer_methods_supported: ['header'],
    scopes_supported: ['read:kb'],
  });
});

it('makes its own keys once and keeps them', async () => {
  const { database, restart, start } = await openOAuthDesk();
  const read = () => database().connection.prepare('SELECT name, value FROM access_secret ORDER BY name').all();
  const before = read();
  expect(before).toEqual([
    expect.objectContaining({ name: 'oauth-cookie-key' }),
    expect.objectContaining({ name: 'oauth-signing-key' }),
  ]);
  restart();
  await start();
  expect(read()).toEqual(before);
});

it('prints nothing', async () => {
  const printed = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const { issue, post } = await openOAuthDesk();
  await issue();
  await post({ grant_type: 'x' });
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});
