import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNew } from '../../.ci/new.ts';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'workbench-new-'));
  for (const path of ['src-main', 'src-shared', 'package.json', 'tsconfig.base.json', 'tsconfig.main.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(copy, path), 'utf8');

test('a new tool is a file, its test and the last line of the register', async () => {
  await createNew(copy, 'tool', 'list_meeting_rooms');

  expect(read('src-main/tools/system/index.ts')).toMatch(
    /import \{ listMeetingRooms \} from '.\/list_meeting_rooms.ts';[^]*= \[[^]*\blistMeetingRooms,?\s*\]/,
  );
  expect(read('test/tools/system/list_meeting_rooms.test.ts')).toContain('listMeetingRooms');
});

test('a new migration takes the next number and comes last in the register', async () => {
  await createNew(copy, 'migration', 'add-meeting-rooms');

  const [, number = ''] = /'.\/(\d{4})-add-meeting-rooms.ts'/.exec(read('src-main/db/migrations/index.ts')) ?? [];
  const earlier = String(Number(number) - 1).padStart(4, '0');
  expect(read('src-main/db/migrations/index.ts')).toMatch(/\baddMeetingRooms,?\s*\]/);
  expect(read('src-main/db/migrations/index.ts')).toContain(`'./${earlier}-`);
  expect(read(`src-main/db/migrations/${number}-add-meeting-rooms.ts`)).toContain(`version: ${Number(number)},`);
});

test('what was made compiles as it is', async () => {
  await createNew(copy, 'tool', 'list_meeting_rooms');
  await createNew(copy, 'migration', 'add-meeting-rooms');

  expect(findErrors()).toEqual([]);
}, 60_000);

test('a name in the wrong spelling is refused with examples, and nothing is written', async () => {
  await expect(createNew(copy, 'tool', 'list-rooms')).rejects.toThrow('npm run new -- tool list_rooms');
  await expect(createNew(copy, 'page', 'rooms')).rejects.toThrow('npm run new -- migration add-rooms');
  expect(existsSync(join(copy, 'src-main/tools/system/list-rooms.ts'))).toBe(false);
});

test('a name that is taken is refused', async () => {
  await createNew(copy, 'tool', 'list_meeting_rooms');
  await expect(createNew(copy, 'tool', 'list_meeting_rooms')).rejects.toThrow('there already');
});

/** What the compiler says about the new files. */
function findErrors(): string[] {
  const project = {
    extends: './tsconfig.main.json',
    compilerOptions: { incremental: false, listFiles: true },
    include: ['src-main', 'test'],
  };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(project));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', copy], { encoding: 'utf8' });
  const lines = stdout.split('\n');
  expect(lines.filter((line) => /meeting.rooms[^(]*$/.test(line))).toHaveLength(3);
  return lines.filter((line) => /(meeting.rooms|index)[^(]*\(.*error/.test(line));
}
