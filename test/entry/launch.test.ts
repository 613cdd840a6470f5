import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const olderNode = 'data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.18.0" })';
let checkout: string;

// A checkout with the real launcher and build around a program of a few lines.
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'workbench-launch-'));
  const launcher = ['launch.mjs', 'build-when-changed.mjs'].map((file) => `src-main/entry/headless/${file}`);
  for (const path of ['package.json', 'electron.vite.config.ts', ...launcher]) {
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  const built = readFileSync(join(root, 'electron.vite.config.ts'), 'utf8').matchAll(/'(src-main\/[^']+\.ts)'/g);
  for (const [, entry = ''] of built) write(entry, 'export {};');
  write('src-renderer/index.html', '<!doctype html><script type="module" src="/app/main.tsx"></script>');
  write('src-renderer/app/main.tsx', 'document.title = "First page";');
  writeProgram(`console.log('given', process.argv.slice(2).join(' '));`);
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const write = (path: string, source: string) => {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), source);
};
const writeProgram = (source: string) => write('src-main/entry/headless/main.ts', source);
const readPages = () => {
  const assets = join(checkout, 'out/renderer/assets');
  return readdirSync(assets)
    .map((name) => readFileSync(join(assets, name), 'utf8'))
    .join('');
};
const start = (nodeOptions: string[], ...args: string[]) =>
  spawn(process.execPath, [...nodeOptions, 'src-main/entry/headless/launch.mjs', ...args], { cwd: checkout });
const launch = (...args: string[]) => finish(start([], ...args));

async function finish(child: ChildProcess) {
  if (child.stdout === null || child.stderr === null) throw new Error('started without pipes');
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null, string | null]>,
  ]);
  return { stdout, stderr, code, signal };
}

test('the first run builds, says so away from the output, and later runs say nothing', async () => {
  expect(await launch('call', '--json')).toEqual({
    stdout: 'given call --json\n',
    stderr: 'Building the workbench (first run)…\n',
    code: 0,
    signal: null,
  });
  expect(await launch('doctor')).toMatchObject({ stdout: 'given doctor\n', stderr: '' });
});

test('a changed source is built again', async () => {
  await launch();
  writeProgram(`console.log('changed');`);
  expect(await launch()).toMatchObject({ stdout: 'changed\n', stderr: 'Building the workbench…\n' });
});

test('the pages are built too, for addresses of any depth, and again when one changes', async () => {
  await launch();
  expect(readFileSync(join(checkout, 'out/renderer/index.html'), 'utf8')).toMatch(/src="\/assets\/[\w-]+\.js"/);
  expect(readPages()).toContain('First page');
  write('src-renderer/app/main.tsx', 'document.title = "Second page";');
  expect(await launch()).toMatchObject({ stderr: 'Building the workbench…\n' });
  expect(readPages()).toContain('Second page');
});

test('a program that runs while it is built anew still finds what it has not loaded yet', async () => {
  write('src-main/entry/headless/late.ts', `export const late = 'loaded late';`);
  writeProgram(`
    console.log('ready');
    process.stdin.once('data', async () => {
      console.log((await import('./late.ts')).late);
      process.exit();
    });
  `);
  const running = start([], 'serve');
  const finished = finish(running);
  await once(running.stdout, 'data');
  writeProgram(`console.log('new program');`);
  expect((await launch()).stdout).toBe('new program\n');
  running.stdin.write('go on');
  expect(await finished).toMatchObject({ code: 0, stdout: expect.stringContaining('loaded late') as string });
});

test('commands started together on a fresh checkout all run, and leave one build', async () => {
  const runs = await Promise.all([launch('a'), launch('b'), launch('c')]);
  expect(runs.map(({ stdout }) => stdout)).toEqual(['given a\n', 'given b\n', 'given c\n']);
  expect(readdirSync(join(checkout, 'out'))).toEqual(['main', 'renderer']);
});

test('sources that do not build end with a sentence and without half a build', async () => {
  writeProgram('const broken: = 1;');
  const { stderr, code } = await launch();
  expect(code).toBe(1);
  expect(stderr).toContain('The workbench could not be built');
  expect(readdirSync(join(checkout, 'out'))).toEqual([]);
});

test('an older Node hands over to the installed one, passing on arguments, signals and the exit code', async () => {
  writeProgram(`
    process.on('SIGTERM', () => process.exit(7));
    console.log('ready', process.versions.node.split('.')[0], process.argv[2]);
    setInterval(() => {}, 1000);
  `);
  const child = start(['--import', olderNode], 'serve');
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await finish(child)).toMatchObject({ stdout: 'ready 24 serve\n', code: 7 });
});

test('without any Node that is new enough it says what to do', async () => {
  rmSync(join(checkout, 'node_modules'));
  const { stderr, code } = await finish(start(['--import', olderNode], 'serve'));
  expect(code).toBe(1);
  expect(stderr).toContain('Run "npm ci"');
});
