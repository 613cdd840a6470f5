import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CredentialHeaders } from '../../src-main/access/credential-headers.ts';
import { challenge } from '../../src-main/access/challenge.ts';
import type { ActsAs } from '../../src-main/db/repositories/application-repository.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { openAccessDesk } from './access-desk.ts';

function openWithKey(actsAs: ActsAs = { kind: 'agent', agentId: 1 }, scopes = ['edit:tickets']) {
  const desk = openAccessDesk();
  const { application } = desk.access.applications.create({ name: 'Robot', method: 'static_key', actsAs, scopes });
  const { plaintext, key } = desk.access.keys.create(application.id);
  const refusal = (headers: CredentialHeaders = { xHaloApiKey: plaintext }): AppError => {
    try {
      desk.access.authenticate(headers);
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthorized') return error;
      throw error;
    }
    throw new Error('The request was let in.');
  };
  return { ...desk, application, plaintext, key, refusal };
}

it('is an agent with role and teams, by either header and any case of the scheme', () => {
  const { access, plaintext, application, key } = openWithKey();
  const authenticated = access.authenticate({ xHaloApiKey: plaintext });
  expect(authenticated).toEqual({
    applicationId: application.id,
    keyId: key.id,
    principal: {
      kind: 'agent',
      agentId: 1,
      name: 'Tess',
      email: 'tess@desk.example',
      role: {
        administrator: false,
        areas: { tickets: 'edit', articles: 'read', customers: 'read', assets: 'none', time: 'edit' },
        sees: 'teams',
      },
      teamIds: [1, 2],
      apiOnly: false,
      application: { id: application.id, name: 'Robot' },
      scopes: new Set(['edit:tickets']),
    },
  });
  for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
    expect(access.authenticate({ authorization: `${scheme} ${plaintext}` })).toEqual(authenticated);
  }
  expect(access.authenticate({ authorization: `Bearer ${plaintext}`, xHaloApiKey: plaintext })).toEqual(authenticated);
});

it('is a user with site, client and reach', () => {
  const { access, plaintext } = openWithKey({ kind: 'user', userId: 1 });
  expect(access.authenticate({ xHaloApiKey: plaintext }).principal).toMatchObject({
    ...{ kind: 'user', userId: 1, name: 'Uma', siteId: 9, clientId: 7, sees: 'site' },
  });
});

it('is nobody but the application for a service', () => {
  const { access, plaintext } = openWithKey({ kind: 'service' });
  expect(access.authenticate({ xHaloApiKey: plaintext }).principal).toMatchObject({ kind: 'service', name: 'Robot' });
});

it('asks for credentials, naming no error, when there are none', () => {
  const { refusal } = openWithKey();
  for (const headers of [{}, { authorization: '' }, { authorization: ' ', xHaloApiKey: '  ' }]) {
    expect(refusal(headers).message).toMatch(/needs a key or an access token/);
    expect(refusal(headers).details).toEqual({});
  }
});

it('answers every wrong key and token with the same words', () => {
  const { refusal, plaintext } = openWithKey();
  const wrong = [
    `halo_${'0'.repeat(43)}`,
    plaintext.slice(0, -1),
    `${plaintext}0`,
    plaintext.toLowerCase(),
    'x',
    'null',
  ];
  for (const key of wrong) {
    for (const headers of [{ xHaloApiKey: key }, { authorization: `Bearer ${key}` }]) {
      expect(refusal(headers).message).toBe('The key or access token is not valid.');
      expect(refusal(headers).details).toEqual({ challenge: 'invalid_token' });
    }
  }
});

it('refuses two different credentials even when both are right', () => {
  const { access, application, plaintext, refusal } = openWithKey();
  const other = access.keys.create(application.id).plaintext;
  expect(refusal({ authorization: `Bearer ${plaintext}`, xHaloApiKey: other }).message).toMatch(
    /different credentials/,
  );
  // As Node joins a header that was sent twice.
  expect(refusal({ xHaloApiKey: `${plaintext}, ${plaintext}` }).message).toMatch(/not valid/);
});

it('refuses other schemes and endless values', () => {
  const { refusal, plaintext } = openWithKey();
  for (const authorization of [
    plaintext,
    `Basic ${plaintext}`,
    'Bearer',
    `Bearer ${plaintext} ${plaintext}`,
    'Bearer é',
  ]) {
    expect(refusal({ authorization }).message).toMatch(/must be the word Bearer/);
  }
  expect(refusal({ authorization: `Bearer ${'x'.repeat(100_000)}` }).message).toMatch(/too long/);
  expect(refusal({ xHaloApiKey: 'x'.repeat(100_000) }).message).toMatch(/too long/);
});

it('answers any garbage with a refusal', () => {
  const { refusal } = openWithKey();
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 600 }), { nil: undefined });
  fc.assert(fc.property(text, text, (authorization, xHaloApiKey) => void refusal({ authorization, xHaloApiKey })));
});

it('stops at once when the application, the agent or the user is disabled or gone, and works again afterwards', () => {
  const asAgent = openWithKey();
  asAgent.access.applications.disable(asAgent.application.id);
  expect(asAgent.refusal().message).toMatch(/Application "Robot" is disabled/);
  asAgent.access.applications.enable(asAgent.application.id);
  asAgent.editDesk('UPDATE desk_agent SET disabled = 1 WHERE id = 1');
  expect(asAgent.refusal().message).toMatch(/agent that application "Robot" acts as is disabled/);
  asAgent.editDesk('UPDATE desk_agent SET disabled = 0 WHERE id = 1');
  expect(asAgent.access.authenticate({ xHaloApiKey: asAgent.plaintext }).principal.kind).toBe('agent');
  asAgent.editDesk('DELETE FROM desk_agent_team; DELETE FROM desk_agent WHERE id = 1');
  expect(asAgent.refusal().message).toMatch(/no longer exists/);

  const asUser = openWithKey({ kind: 'user', userId: 1 });
  asUser.editDesk('UPDATE desk_user SET inactive = 1 WHERE id = 1');
  expect(asUser.refusal().message).toMatch(/user that application "Robot" acts as is inactive/);
  asUser.editDesk('DELETE FROM desk_user WHERE id = 1');
  expect(asUser.refusal().message).toMatch(/no longer exists/);
});

it('follows a changed role, team and scope with the next request', () => {
  const { access, plaintext, application, editDesk } = openWithKey();
  editDesk('UPDATE desk_agent SET role_id = 2 WHERE id = 1; DELETE FROM desk_agent_team WHERE team_id = 2');
  access.applications.update(application.id, { scopes: ['read:kb'] });
  expect(access.authenticate({ xHaloApiKey: plaintext }).principal).toMatchObject({
    ...{ role: { administrator: true, sees: 'all' }, teamIds: [1], scopes: new Set(['read:kb']) },
  });
});

it('keeps keys working over a restart', () => {
  const { plaintext, restart } = openWithKey();
  expect(restart().authenticate({ xHaloApiKey: plaintext }).principal.name).toBe('Tess');
});

it('writes challenges that no name can break out of', () => {
  const resourceMetadataUrl = 'http://127.0.0.1:7/.well-known/oauth-protected-resource/api/mcp';
  expect(challenge({ resourceMetadataUrl })).toBe(`Bearer resource_metadata="${resourceMetadataUrl}"`);
  expect(
    challenge({ resourceMetadataUrl, error: 'invalid_token', description: 'No "Röbot"\r\nX: 1\\', scope: 'read:kb' }),
  ).toBe(
    'Bearer error="invalid_token", error_description="No \'R?bot\'??X: 1\'", scope="read:kb", ' +
      `resource_metadata="${resourceMetadataUrl}"`,
  );
});
