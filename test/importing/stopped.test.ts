import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openReadOnly } from '../../src-main/db/open-database.ts';
import { type ImportDesk, lines, openImportDesk, trackerTickets } from './import-desk.ts';

const program = join(import.meta.dirname, '../../src-main/entry/headless/main.ts');
let folder: string;
let desk: ImportDesk;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'workbench-stopped-')), 'data');
  desk = await openImportDesk({ folder, newDesk: 'empty' });
});
afterEach(async () => {
  await desk.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const many = (count: number): string =>
  lines(
    Array.from({ length: count }, (_, index) => ({
      ...trackerTickets[0],
      ...{ id: `core-${index}`, reporter: `person ${index % 50}`, component: `part ${index % 30}` },
    })),
  );

const readTickets = (): number => desk.count('SELECT count(*) FROM desk_ticket');

test('nothing of a cancelled import remains, and what it updated is what it was', async () => {
  await desk.bring('core.jsonl', lines(trackerTickets));
  const before = desk.checksum();
  const file = await desk.upload('core.jsonl', many(3000));
  const { plan } = await desk.client.imports.inspect({ file });
  const { id } = await desk.client.imports.start({ file, plan });
  await vi.waitFor(() => expect(readTickets()).toBeGreaterThan(50), { timeout: 15_000 });
  await desk.client.imports.cancel({ id });
  expect(await desk.ended(id)).toMatchObject({ state: 'cancelled', canTakeBack: false });
  expect(desk.checksum()).toBe(before);
  expect(desk.count('SELECT count(*) FROM find_ticket')).toBe(readTickets());
  expect(desk.count('SELECT count(*) FROM find_ticket_title')).toBe(readTickets());
}, 60_000);

test('a second import is refused while one runs', async () => {
  const file = await desk.upload('core.jsonl', many(1000));
  const { plan } = await desk.client.imports.inspect({ file });
  const { id } = await desk.client.imports.start({ file, plan });
  await expect(desk.client.imports.start({ file, plan })).rejects.toThrow(`Import ${id} is still at work`);
  await expect(desk.client.desk.reset({ to: 'empty', confirm: 'reset' })).rejects.toThrow('An import is at work');
  await desk.client.imports.cancel({ id });
  await desk.ended(id);
}, 60_000);

test('a file that ends in the middle brings nothing, and the import says why', async () => {
  const before = desk.checksum();
  const whole = many(3000);
  const details = await desk.bring('core.json', `[${whole.trim().split('\n').join(',')}`);
  expect(details.state).toBe('failed');
  expect(details.error).not.toBe('');
  expect(desk.checksum()).toBe(before);
}, 60_000);

test('an import that fills the disk says so, and nothing of it remains', async () => {
  const before = desk.checksum();
  const { connection } = desk.served.core.database;
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 300}`);
  const { state, error, counts } = await desk.bring('core.jsonl', many(3000));
  expect({ state, error }).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('The disk is full') as string,
  });
  expect(counts.created).toBeGreaterThan(0);
  expect(desk.checksum()).toBe(before);
}, 60_000);

test('nothing remains of an import whose process was killed, whenever that was', async () => {
  const path = join(folder, '../many.jsonl');
  writeFileSync(path, many(12_000));
  for (const reached of [1, 700, 2000]) {
    const before = desk.checksum();
    await desk.close();
    const child = spawn(process.execPath, [program, 'import', path, '--data-dir', folder], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const seen = openReadOnly(join(folder, 'workbench.sqlite'));
    const tickets = seen.prepare('SELECT count(*) FROM desk_ticket').pluck();
    try {
      await vi.waitFor(() => expect(tickets.get()).toBeGreaterThanOrEqual(reached), { timeout: 30_000, interval: 5 });
    } finally {
      child.kill('SIGKILL');
      await ended;
      seen.close();
    }
    desk = await openImportDesk({ folder, newDesk: 'empty' });
    await desk.served.core.imports.settled();
    expect(desk.checksum()).toBe(before);
    const { rows } = await desk.client.imports.list({ offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('The workbench stopped') as string,
    });
  }
}, 120_000);
