import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const source = (path: string): string => new URL(`../../src-main/${path}`, import.meta.url).href;

/** A process of its own, which nothing but the pool keeps alive. The answer lies there, unread, when the pool is closed. */
const program = `
  import { openDatabase } from '${source('db/open-database.ts')}';
  import { createReaderPool } from '${source('db/readers/reader-pool.ts')}';
  import { createSystemPorts } from '${source('ports.ts')}';

  const database = openDatabase(process.argv[2], createSystemPorts({ info() {}, warn() {}, error() {} }));
  const pool = createReaderPool(database.file, 1);
  await pool.run('hasCommonWords');
  const asked = pool.run('hasCommonWords').then(() => 'answered', () => 'refused');
  for (const until = Date.now() + 50; Date.now() < until; );
  await pool.close();
  console.log(await asked);
`;

test('A program that closes its reader threads right after asking them goes on to its end.', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reader-pool-'));
  try {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program);
    const { stdout } = await promisify(execFile)(process.execPath, [file, folder]);
    expect(stdout.trim()).toMatch(/^(answered|refused)$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
