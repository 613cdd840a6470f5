import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose, type Core } from '../../src-main/compose.ts';
import { schemaVersion } from '../../src-main/db/migrate.ts';
import { openPublicDoor } from '../../src-main/http/public-door.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { createPoster } from '../support/post-mcp.ts';
import { quietLog } from '../support/quiet-log.ts';
import { fillFolder, serveDesk } from '../support/serve-desk.ts';
import { smallDesk } from '../support/small-desk.ts';

const nobody = 65_534;
let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'workbench-'));
  folder = join(parent, 'data');
  chmodSync(parent, 0o755);
  mkdirSync(folder);
});

afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(parent, { recursive: true, force: true });
});

const open = (at = folder): Core => compose({ folder: at, newDesk: 'empty' }, createSystemPorts(quietLog));

/** The expected failure of the work, which must be one that a user can act on. */
async function failureOf(work: () => unknown): Promise<{ code: string; message: string }> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    return { code, message };
  }
  throw new Error('It was done.');
}

/** Every file with a digest of what is in it, but for SQLite's shared memory, which readers write too. */
function listFiles(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !/-shm$|owner\.lock/.test(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Runs the work as an account for which permissions count; the administrator of a machine may write anywhere. */
async function asOrdinaryAccount<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

test('a port in use is named, with what to do, and the core stays usable', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const core = open();
  const failure = await failureOf(() => openPublicDoor(core, port));
  expect(failure).toEqual({
    code: 'port_in_use',
    message: `Port ${port} is in use by another program. Choose another with --port, or --port 0 for any that is free.`,
  });
  const door = await openPublicDoor(core, 0);
  expect(door.port).not.toBe(port);
  await door.close();
  await core.close();
  other.close();
});

test('a second owner of a data folder is refused, and the first goes on', async () => {
  const served = await serveDesk(smallDesk());
  const poster = createPoster(served.endpoint, served.createKey());
  const failure = await failureOf(() => open(served.folder));
  expect(failure.code).toBe('owned_elsewhere');
  expect(failure.message).toContain(`Another workbench is using the data folder ${served.folder}. Stop it`);
  const created = { summary: 'S', description: 'D', user_email: 'uma@north.example' };
  expect(await poster.read('create_ticket', created)).toMatchObject({ summary: 'S' });
  await served.close();
});

test('the folder is free again at once when its owner closes', async () => {
  await open().close();
  await open().close();
});

test.skipIf(process.platform === 'win32')('a folder that may not be written is refused and left as it is', async () => {
  chmodSync(folder, 0o555);
  const failure = await asOrdinaryAccount(() => failureOf(open));
  expect(failure.code).toBe('folder_not_writable');
  expect(failure.message).toMatch(/write access.*--data-dir/);
  expect(readdirSync(folder)).toEqual([]);

  const missing = join(folder, 'new');
  const second = await asOrdinaryAccount(() => failureOf(() => open(missing)));
  expect(second).toMatchObject({ code: 'folder_not_writable', message: expect.stringContaining(missing) as string });
});

test.skipIf(process.platform === 'win32')(
  'a database that may not be written is refused and left as it is',
  async () => {
    await open().close();
    const before = listFiles();
    chmodSync(folder, 0o555);
    const failure = await asOrdinaryAccount(() => failureOf(open));
    expect(failure.code).toBe('folder_not_writable');
    expect(listFiles()).toEqual(before);
  },
);

test('a database from a newer version is refused untouched, saying which versions', async () => {
  fillFolder(folder, smallDesk());
  const connection = new Sqlite(join(folder, 'workbench.sqlite'));
  connection.pragma(`user_version = ${schemaVersion + 1}`);
  connection.close();
  const before = listFiles();
  const failure = await failureOf(open);
  expect(failure.code).toBe('newer_database');
  expect(failure.message).toContain(`(schema ${schemaVersion + 1}, this one knows ${schemaVersion})`);
  expect(failure.message).toContain('--data-dir');
  expect(listFiles()).toEqual(before);
});

test.each([
  ['text', 'This is no database. '.repeat(500)],
  ['the head of a database and then nonsense', `SQLite format 3\0${'x'.repeat(20_000)}`],
])('a file that is %s is refused untouched', async (_, content) => {
  writeFileSync(join(folder, 'workbench.sqlite'), content);
  const before = listFiles();
  expect(await failureOf(open)).toMatchObject({
    code: 'damaged_database',
    message: expect.stringContaining('Restore a backup') as string,
  });
  expect(listFiles()).toEqual(before);
});

test('a refused start gives the folder back', async () => {
  writeFileSync(join(folder, 'workbench.sqlite'), 'This is no database. '.repeat(500));
  await failureOf(open);
  rmSync(join(folder, 'workbench.sqlite'));
  await open().close();
});
