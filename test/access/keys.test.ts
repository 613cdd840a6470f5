import { expect, it } from 'vitest';
import { openAccessDesk } from './access-desk.ts';

function openWithApplication() {
  const desk = openAccessDesk();
  const { access } = desk;
  const made = { method: 'static_key', actsAs: { kind: 'service' }, scopes: ['all'] } as const;
  const { application } = access.applications.create({ name: 'Robot', ...made });
  const works = (plaintext: string) => access.authenticate({ xHaloApiKey: plaintext });
  return { ...desk, application, works };
}

it('gives a key once, of a shape that scanners know, and lists only its end', () => {
  const { access, application } = openWithApplication();
  const { plaintext, key } = access.keys.create(application.id);
  expect(plaintext).toMatch(/^halo_[0-9A-Za-z]{43}$/);
  expect(key.hint).toBe(plaintext.slice(-4));
  expect(JSON.stringify(access.keys.list(application.id))).not.toContain(plaintext.slice(0, -4));
});

it('fills the first free slot, the one asked for, and no third', () => {
  const { access, application } = openWithApplication();
  const second = access.keys.create(application.id, { slot: 2 });
  expect(() => access.keys.create(application.id, { slot: 2 })).toThrow(/slot 2 is taken/);
  expect(access.keys.create(application.id).key.slot).toBe(1);
  expect(() => access.keys.create(application.id)).toThrow(/Both key slots are taken: roll/);
  access.keys.delete(second.key.id);
  expect(access.keys.create(application.id).key.slot).toBe(2);
});

it('rolls one key while the other goes on working', () => {
  const { access, application, works } = openWithApplication();
  const first = access.keys.create(application.id);
  const second = access.keys.create(application.id);
  const rolled = access.keys.roll(first.key.id);
  expect(rolled.key.slot).toBe(1);
  expect(() => works(first.plaintext)).toThrow(/not valid/);
  expect(works(rolled.plaintext).keyId).toBe(rolled.key.id);
  expect(works(second.plaintext).keyId).toBe(second.key.id);
});

it('stops a key at the moment it expires, and tells its holder why', () => {
  const { access, application, works, clock } = openWithApplication();
  expect(() => access.keys.create(application.id, { expiresAt: clock.now })).toThrow(/in the future/);
  expect(() => access.keys.create(application.id, { expiresAt: Number.NaN })).toThrow(/in the future/);
  const { plaintext, key } = access.keys.create(application.id, { expiresAt: clock.now + 1000 });
  clock.now += 999;
  expect(works(plaintext)).toMatchObject({ keyId: key.id, expiresAt: key.expiresAt });
  clock.now += 1;
  expect(() => works(plaintext)).toThrow(/has expired/);
  access.keys.setExpiry(key.id, undefined);
  expect(works(plaintext)).not.toHaveProperty('expiresAt');
});

it('disables and enables a key, and deletes it', () => {
  const { access, application, works } = openWithApplication();
  const { plaintext, key } = access.keys.create(application.id);
  expect(access.keys.disable(key.id).enabled).toBe(false);
  expect(() => works(plaintext)).toThrow(/key of application "Robot" is disabled/);
  expect(access.keys.enable(key.id).enabled).toBe(true);
  expect(works(plaintext).keyId).toBe(key.id);
  access.keys.delete(key.id);
  expect(() => works(plaintext)).toThrow(/not valid/);
  expect(() => access.keys.disable(key.id)).toThrow(expect.objectContaining({ code: 'not_found' }));
});

it('keeps the latest use of each key, in whatever order uses arrive', () => {
  const { access, application, database } = openWithApplication();
  const { key } = access.keys.create(application.id);
  const record = (...uses: { at: number; from: string }[]) =>
    database.inTransaction(() => access.recordUse(uses.map((use) => ({ keyId: key.id, ...use }))));
  expect(access.keys.get(key.id)).not.toHaveProperty('lastUse');
  record({ at: 20, from: '127.0.0.1' }, { at: 30, from: '::1' }, { at: 25, from: '127.0.0.2' });
  record({ at: 10, from: '127.0.0.3' });
  expect(access.keys.get(key.id).lastUse).toEqual({ at: 30, from: '::1' });
});

it('gives no static key to an application that has a client secret, nor a client secret to one that has keys', () => {
  const { access, application } = openWithApplication();
  const made = { method: 'client_credentials', actsAs: { kind: 'service' }, scopes: [] } as const;
  const service = access.applications.create({ name: 'Service', ...made });
  expect(service.application.secretHint).toBe(service.secret?.slice(-4));
  expect(() => access.keys.create(service.application.id)).toThrow(/has no static keys/);
  expect(() => access.applications.replaceSecret(application.id)).toThrow(/roll a key instead/);
});

it('writes neither key nor secret to disk', () => {
  const { access, application, bytesOnDisk, logged } = openWithApplication();
  const { plaintext } = access.keys.create(application.id);
  const made = { method: 'client_credentials', actsAs: { kind: 'service' }, scopes: [] } as const;
  const { secret = '' } = access.applications.create({ name: 'Service', ...made });
  expect(secret).toMatch(/^halo_secret_[0-9A-Za-z]{43}$/);
  const bytes = bytesOnDisk();
  expect(bytes.includes(application.id)).toBe(true);
  expect(bytes.includes(plaintext)).toBe(false);
  expect(bytes.includes(secret)).toBe(false);
  expect(logged).toEqual([]);
});
