import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSecretStore } from '../../src-main/access/secret-store/create-secret-store.ts';
import type { DataKeeper } from '../../src-main/access/secret-store/data-keeper.ts';
import { createKeyFileKeeper } from '../../src-main/access/secret-store/key-file.ts';
import { createPassphraseKeeper } from '../../src-main/access/secret-store/passphrase.ts';
import { readPassphraseFile } from '../../src-main/access/secret-store/read-passphrase-file.ts';
import { openDatabase, type WorkbenchDatabase } from '../../src-main/db/open-database.ts';
import { createSecretRepository } from '../../src-main/db/repositories/secret-repository.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';

const ports = createSystemPorts(quietLog);
const secret = 'sk-secret-0123456789abcdef-Wx9z';
let folder: string;
let database: WorkbenchDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  database = openDatabase(folder, ports);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The store as a start with these keepers makes it. */
const start = (...keepers: DataKeeper[]) =>
  createSecretStore(createSecretRepository(database.connection), keepers, ports);
const keyFile = () => createKeyFileKeeper(folder);
const put = (store: ReturnType<typeof start>, name: string, text = secret) =>
  database.inTransaction(() => store.put(name, text));
const rows = () =>
  database.connection.prepare<[], { name: string; value: string }>('SELECT name, value FROM access_secret').all();
const rewrite = (name: string, value: string) =>
  database.connection.prepare('UPDATE access_secret SET value = ? WHERE name = ?').run(value, name);

describe('a secret', () => {
  test('is read again after a restart, shows its last characters, and stands nowhere in the folder', () => {
    put(start(keyFile()), 'a');
    expect(start(keyFile()).read('a')).toEqual({ state: 'stored', text: secret, hint: 'Wx9z' });
    expect(start(keyFile()).read('b')).toEqual({ state: 'none' });
    for (const file of ['workbench.sqlite', 'workbench.sqlite-wal', 'secret.key']) {
      expect(readFileSync(join(folder, file)).includes(secret)).toBe(false);
    }
  });

  test('of few characters shows none of them', () => {
    put(start(keyFile()), 'a', 'short-secret');
    expect(start(keyFile()).read('a')).toMatchObject({ hint: '' });
  });

  test('that is put again is replaced, and one that is removed is gone', () => {
    const store = start(keyFile());
    put(store, 'a');
    put(store, 'a', 'another-secret-of-some-length');
    expect(store.read('a')).toMatchObject({ text: 'another-secret-of-some-length' });
    database.inTransaction(() => store.remove('a'));
    expect(store.read('a')).toEqual({ state: 'none' });
  });

  test('is sealed anew each time, and opens neither under another name nor after any change', () => {
    const store = start(keyFile());
    put(store, 'a');
    put(store, 'b');
    const [a, b] = rows().filter(({ name }) => name.startsWith('secret:'));
    const sealedOf = (row: typeof a) => (JSON.parse(row?.value ?? '') as { sealed: string }).sealed;
    expect(sealedOf(a)).not.toBe(sealedOf(b));
    rewrite('secret:b', a?.value ?? '');
    expect(store.read('b')).toMatchObject({ state: 'unreadable', why: 'It was changed after it was stored.' });
    const bytes = Buffer.from(sealedOf(a), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const value = { ...(JSON.parse(a?.value ?? '') as object), sealed: changed.toString('base64url') };
      rewrite('secret:a', JSON.stringify(value));
      expect(store.read('a').state).toBe('unreadable');
    }
    rewrite('secret:a', a?.value ?? '');
    expect(store.read('a').state).toBe('stored');
  });
});

describe('the key file', () => {
  test('is made with the first secret, for this account alone, and kept for the next', () => {
    const path = join(folder, 'secret.key');
    const store = start(keyFile());
    expect(store.read('a')).toEqual({ state: 'none' });
    expect(existsSync(path)).toBe(false);
    put(store, 'a');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    put(store, 'b');
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test('that others may read, that is a link or that is damaged is refused with a sentence, and left as it is', () => {
    const path = join(folder, 'secret.key');
    put(start(keyFile()), 'a');
    const right = readFileSync(path, 'utf8');
    chmodSync(path, 0o640);
    expect(start(keyFile()).read('a')).toMatchObject({
      state: 'unreadable',
      why: expect.stringContaining('chmod 600') as string,
    });
    expect(() => put(start(keyFile()), 'b')).toThrow('chmod 600');
    chmodSync(path, 0o600);
    writeFileSync(path, 'AAAA');
    expect(start(keyFile()).read('a')).toMatchObject({ why: expect.stringContaining('is damaged') as string });
    expect(() => put(start(keyFile()), 'a')).toThrow('is damaged');
    expect(readFileSync(path, 'utf8')).toBe('AAAA');
    const other = join(folder, 'other.key');
    writeFileSync(other, right, { mode: 0o600 });
    rmSync(path);
    symlinkSync(other, path);
    expect(start(keyFile()).read('a')).toMatchObject({ why: expect.stringContaining('no link') as string });
    rmSync(path);
    writeFileSync(path, right, { mode: 0o600 });
    expect(start(keyFile()).read('a')).toMatchObject({ state: 'stored' });
  });

  test('that is gone leaves its secrets in place, until it is back', () => {
    const path = join(folder, 'secret.key');
    put(start(keyFile()), 'a');
    const right = readFileSync(path);
    rmSync(path);
    const store = start(keyFile());
    expect(store.read('a')).toMatchObject({
      state: 'unreadable',
      hint: 'Wx9z',
      why: expect.stringContaining('not there') as string,
    });
    put(store, 'b', 'stored-with-a-new-key-file');
    expect(store.read('b')).toMatchObject({ state: 'stored' });
    expect(store.read('a').state).toBe('unreadable');
    writeFileSync(path, right);
    expect(start(keyFile()).read('a')).toMatchObject({ state: 'stored', text: secret });
    expect(start(keyFile()).read('b')).toMatchObject({ state: 'unreadable' });
  });
});

describe('a passphrase', () => {
  const passphrase = 'correct horse battery staple';
  const locked = (words = passphrase) => createPassphraseKeeper(words, ports);

  test('locks what is stored with it, and nothing else opens it', () => {
    put(start(locked(), keyFile()), 'a');
    expect(existsSync(join(folder, 'secret.key'))).toBe(false);
    expect(start(locked(), keyFile()).read('a')).toMatchObject({ state: 'stored', text: secret });
    expect(start(keyFile()).read('a')).toMatchObject({
      state: 'unreadable',
      why: 'It is locked with a passphrase, and the workbench was started without one.',
    });
    expect(start(locked('another passphrase'), keyFile()).read('a')).toMatchObject({
      why: 'It is locked with another passphrase than the one given at the start.',
    });
    expect(JSON.stringify(rows())).not.toContain(passphrase);
  });

  test('that is wrong overwrites nothing: what the right one locked comes back with it', () => {
    put(start(locked()), 'a');
    put(start(locked('another passphrase')), 'b');
    expect(start(locked()).read('a')).toMatchObject({ state: 'stored' });
    expect(start(locked()).read('b')).toMatchObject({ state: 'unreadable' });
    expect(start(locked('another passphrase')).read('b')).toMatchObject({ state: 'stored' });
  });

  test('given later leaves what the key file locked readable', () => {
    put(start(keyFile()), 'a');
    const store = start(locked(), keyFile());
    expect(store.read('a')).toMatchObject({ state: 'stored' });
    put(store, 'b');
    expect(start(keyFile()).read('b')).toMatchObject({ state: 'unreadable' });
  });

  test('is long enough, and its file is for this account alone', () => {
    expect(() => locked('too short')).toThrow('at least 12 characters');
    const path = join(folder, 'words');
    writeFileSync(path, `${passphrase}\n`, { mode: 0o600 });
    expect(readPassphraseFile(path)).toBe(passphrase);
    chmodSync(path, 0o644);
    expect(() => readPassphraseFile(path)).toThrow('chmod 600');
    expect(() => readPassphraseFile(join(folder, 'nothing'))).toThrow('cannot be read (ENOENT)');
  });
});

test('a keychain that is not at hand leaves its secrets to whoever has it', () => {
  const keychain = (opens: boolean): DataKeeper => ({
    kind: 'keychain',
    keep: (key) => ({ key, kept: key.toString('hex') }),
    open(kept) {
      if (opens) return Buffer.from(kept, 'hex');
      throw new Error('A test keychain that must not be asked.');
    },
  });
  put(start(keychain(true), keyFile()), 'a');
  const moved = start(keyFile());
  expect(moved.read('a')).toMatchObject({ state: 'unreadable', why: expect.stringContaining('keychain') as string });
  put(moved, 'b');
  expect(start(keychain(true), keyFile()).read('a')).toMatchObject({ state: 'stored', text: secret });
  expect(start(keychain(true), keyFile()).read('b')).toMatchObject({ state: 'stored' });
});
