import { expect, it } from 'vitest';
import type { NewApplication } from '../../src-main/access/applications.ts';
import { openAccessDesk } from './access-desk.ts';

const plain: NewApplication = { name: 'Robot', method: 'static_key', actsAs: { kind: 'service' }, scopes: ['read:kb'] };

it('keeps what an application was made with, its scopes in one order and without repeats', () => {
  const { access, clock } = openAccessDesk();
  const { application, secret } = access.applications.create({
    ...plain,
    name: '  Robot ',
    actsAs: { kind: 'agent', agentId: 1 },
    scopes: ['read:kb', 'all', 'read:kb'],
  });
  expect(secret).toBeUndefined();
  expect(application).toMatchObject({ name: 'Robot', enabled: true, scopes: ['all', 'read:kb'], createdAt: clock.now });
  expect(access.applications.get(application.id)).toEqual(application);
  expect(access.applications.list()).toEqual([application]);
});

it('changes only what it is told to change', () => {
  const { access } = openAccessDesk();
  const { application } = access.applications.create(plain);
  access.applications.update(application.id, { actsAs: { kind: 'user', userId: 1 } });
  const after = access.applications.update(application.id, { scopes: ['edit:tickets'] });
  expect(after).toEqual({ ...application, actsAs: { kind: 'user', userId: 1 }, scopes: ['edit:tickets'] });
  expect(access.applications.get(application.id)).toEqual(after);
});

it('refuses a scope that Halo does not have and names those that it has', () => {
  const { access } = openAccessDesk();
  expect(() => access.applications.create({ ...plain, scopes: ['read:users'] })).toThrow(
    /Unknown scope "read:users"\. Known scopes: all, .*read:tickets/,
  );
});

it('refuses a name that is taken, whatever its case, empty or endless', () => {
  const { access } = openAccessDesk();
  access.applications.create(plain);
  const { application: other } = access.applications.create({ ...plain, name: 'Other' });
  expect(() => access.applications.create({ ...plain, name: 'ROBOT' })).toThrow(/already an application named "Robot"/);
  expect(() => access.applications.update(other.id, { name: 'robot' })).toThrow(/choose another name/);
  expect(access.applications.update(other.id, { name: 'OTHER' }).name).toBe('OTHER');
  for (const name of ['', '   ', 'x'.repeat(101)]) {
    expect(() => access.applications.create({ ...plain, name })).toThrow(/1 to 100 characters/);
  }
});

it('acts only as somebody who exists and is enabled', () => {
  const { access } = openAccessDesk();
  const acting = (actsAs: NewApplication['actsAs']) => () => access.applications.create({ ...plain, actsAs });
  expect(acting({ kind: 'agent', agentId: 99 })).toThrow(/no agent with id 99/);
  expect(acting({ kind: 'agent', agentId: 2 })).toThrow(/Gone is disabled/);
  expect(acting({ kind: 'user', userId: 99 })).toThrow(/no user with id 99/);
  expect(acting({ kind: 'user', userId: 2 })).toThrow(/Left is inactive/);
  expect(access.applications.list()).toEqual([]);
});

it('deletes an application with its keys and says so when it is gone', () => {
  const { access } = openAccessDesk();
  const { application } = access.applications.create(plain);
  const { plaintext, key } = access.keys.create(application.id);
  access.applications.delete(application.id);
  expect(() => access.authenticate({ xHaloApiKey: plaintext })).toThrow(/not valid/);
  expect(() => access.keys.get(key.id)).toThrow(/no key with id/);
  for (const use of [access.applications.get, access.applications.delete, access.applications.enable]) {
    expect(() => use(application.id)).toThrow(expect.objectContaining({ code: 'not_found' }));
  }
});

it('tells listeners after each commit, never about a refusal, and survives one that fails', () => {
  const { access, logged } = openAccessDesk();
  const heard: string[] = [];
  access.onChange(() => {
    throw new Error('broken listener');
  });
  const stop = access.onChange(({ applicationId }) => {
    // What the listener reads is already committed.
    heard.push(access.applications.list().some(({ id }) => id === applicationId) ? 'there' : 'gone');
  });
  const { application } = access.applications.create(plain);
  expect(() => access.applications.create(plain)).toThrow();
  const { key } = access.keys.create(application.id);
  access.keys.disable(key.id);
  access.applications.disable(application.id);
  access.applications.delete(application.id);
  expect(heard).toEqual(['there', 'there', 'there', 'there', 'gone']);
  expect(logged.join()).toContain('broken listener');
  stop();
  access.applications.create(plain);
  expect(heard).toHaveLength(5);
});
