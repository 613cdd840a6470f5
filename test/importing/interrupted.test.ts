import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportDetails } from '../../src-shared/api/imports.ts';
import { startWorkbench } from '../support/start-workbench.ts';
import { lines, openImportDesk, trackerTickets } from './import-desk.ts';

/** Enough that an import of them is never over before the interruption arrives. */
const rows = 60_000;
const program = join(import.meta.dirname, '../../src-main/entry/headless/main.ts');
let folder: string;
let file: string;

beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'workbench-interrupted-'));
  folder = join(parent, 'data');
  file = join(parent, 'core.jsonl');
  const [ticket] = trackerTickets;
  writeFileSync(file, lines(Array.from({ length: rows }, (_, index) => ({ ...ticket, id: `core-${index}` }))));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** Runs the command, interrupts it as Ctrl+C does once it tells of rows that it has read, and answers how it ended. */
async function interruptImport(...options: string[]) {
  const args = [program, 'import', file, '--json', '--data-dir', folder, ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const printed = json(child.stdout) as Promise<ImportDetails>;
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    told.push(line);
    if (told.length === 1) child.kill('SIGINT');
  }
  const [[code, signal], details] = await Promise.all([ended, printed]);
  return { code, signal, told, details };
}

test('Ctrl+C takes back what an import has brought, and the command does not end as if it were done', async () => {
  const before = await openImportDesk({ folder, newDesk: 'empty' });
  const checksum = before.checksum();
  await before.close();
  const { code, signal, told, details } = await interruptImport();
  expect({ code, signal, state: details.state }).toEqual({ code: 130, signal: null, state: 'cancelled' });
  expect(told[0]).toMatch(/^[1-9]\d* rows, \d+ %/);
  expect(details.counts.created).toBeGreaterThan(0);
  expect(details.counts.read).toBeLessThan(rows);
  const after = await openImportDesk({ folder, newDesk: 'empty' });
  expect(after.checksum()).toBe(checksum);
  expect(after.count('SELECT count(*) FROM find_ticket')).toBe(0);
  expect(after.count('SELECT count(*) FROM find_ticket_title')).toBe(0);
  expect(after.count('SELECT count(*) FROM trace_import_record')).toBe(0);
  await after.close();
}, 60_000);

test('Ctrl+C ends a check as well', async () => {
  const { code, details } = await interruptImport('--dry-run');
  expect({ code, state: details.state, dryRun: details.dryRun }).toEqual({
    code: 130,
    state: 'cancelled',
    dryRun: true,
  });
}, 60_000);

test('Ctrl+C cancels the import in the workbench that serves the folder, which goes on', async () => {
  const workbench = await startWorkbench({ folder, args: ['--empty'] });
  const { code, details } = await interruptImport();
  expect({ code, state: details.state }).toEqual({ code: 130, state: 'cancelled' });
  expect(details.counts.created).toBeGreaterThan(0);
  const { json: found } = await workbench.cli('call', 'search_tickets', '{"search":"requests"}', '--json');
  expect(found).toMatchObject({ tickets: [] });
  expect(await workbench.stop()).toBe(0);
}, 60_000);
