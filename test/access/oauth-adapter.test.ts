import { expect, it } from 'vitest';
import { createOAuthAdapter } from '../../src-main/access/oauth/oauth-adapter.ts';
import { createOAuthClients } from '../../src-main/access/oauth/oauth-clients.ts';
import { createApplicationRepository } from '../../src-main/db/repositories/application-repository.ts';
import { createOAuthRecordRepository } from '../../src-main/db/repositories/oauth-record-repository.ts';
import { openAccessDesk } from './access-desk.ts';

function openStore() {
  const { database, ports, clock } = openAccessDesk();
  const records = createOAuthRecordRepository(database.connection);
  const clients = createOAuthClients(createApplicationRepository(database.connection), ports);
  const store = (kind: string) =>
    createOAuthAdapter(kind, { records, clients, ports, inTransaction: database.inTransaction });
  const ids = () =>
    database.connection.prepare<[], string>('SELECT id FROM access_oauth_record ORDER BY id').pluck().all();
  return { store, ids, clock };
}

it('finds a token by its text and keeps only its hash', async () => {
  const { store, ids } = openStore();
  await store('AccessToken').upsert('the-token', { jti: 'the-token', clientId: 'a' }, 60);
  expect(await store('AccessToken').find('the-token')).toEqual({ jti: 'the-token', clientId: 'a' });
  expect(await store('RefreshToken').find('the-token')).toBeUndefined();
  expect(ids()).toHaveLength(1);
  expect(ids()).not.toContain('the-token');
});

it('finds records without a bearer by their other names', async () => {
  const { store } = openStore();
  await store('Session').upsert('s', { jti: 's', uid: 'u' }, 60);
  await store('DeviceCode').upsert('d', { jti: 'd', userCode: 'c' }, 60);
  expect(await store('Session').findByUid('u')).toEqual({ jti: 's', uid: 'u' });
  expect(await store('DeviceCode').findByUserCode('c')).toEqual({ jti: 'd', userCode: 'c' });
});

it('replaces, consumes, destroys and expires', async () => {
  const { store, clock } = openStore();
  const codes = store('AuthorizationCode');
  await codes.upsert('c', { jti: 'c', nonce: 'one' }, 60);
  await codes.upsert('c', { jti: 'c', nonce: 'two' }, 60);
  await codes.consume('c');
  expect(await codes.find('c')).toEqual({ jti: 'c', nonce: 'two', consumed: clock.now / 1000 });
  clock.now += 60_000;
  expect(await codes.find('c')).toBeUndefined();
  await codes.upsert('c', { jti: 'c' });
  await codes.destroy('c');
  expect(await codes.find('c')).toBeUndefined();
});

it('revokes everything that came of one grant', async () => {
  const { store, ids } = openStore();
  await store('AccessToken').upsert('a', { jti: 'a', grantId: 'g' }, 60);
  await store('RefreshToken').upsert('r', { jti: 'r', grantId: 'g' }, 60);
  await store('AccessToken').upsert('b', { jti: 'b', grantId: 'other' }, 60);
  await store('AccessToken').revokeByGrantId('g');
  expect(ids()).toHaveLength(1);
});

it('removes long expired records a few at a time', async () => {
  const { store, ids, clock } = openStore();
  for (let count = 0; count < 150; count += 1) await store('AccessToken').upsert(`t${count}`, { jti: `t${count}` }, 60);
  clock.now += 2 * 3_600_000;
  await store('AccessToken').upsert('new', { jti: 'new' }, 60);
  expect(ids()).toHaveLength(51);
  await store('AccessToken').upsert('newer', { jti: 'newer' }, 60);
  expect(ids()).toHaveLength(2);
});

it('makes no application', async () => {
  const { store } = openStore();
  await expect(store('Client').upsert('x', { client_id: 'x' })).rejects.toThrow(/made in the workbench/);
});
