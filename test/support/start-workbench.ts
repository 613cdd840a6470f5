import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src-main/entry/headless/main.ts', import.meta.url));

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The standard output as JSON, with `--json`; undefined when it is none. */
  readonly json: unknown;
}

export interface KeyOptions {
  readonly as?: string;
  readonly scopes?: string;
  readonly name?: string;
  readonly service?: boolean;
}

/** What `serve --json` prints when it listens. */
export interface ServeLine {
  readonly url: string;
  readonly endpoint: string;
  readonly endpointEnabled: boolean;
  readonly token: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly desk: 'demo' | 'empty' | 'existing';
  /** Absent with `--no-ui`. */
  readonly ui?: { readonly url: string; readonly signIn: string };
}

export interface ServedWorkbench extends Omit<ServeLine, 'dataDir'> {
  readonly folder: string;
  readonly process: ChildProcess;
  /** Its exit code, however it ends; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Everything that was written to the standard error stream so far. */
  readonly log: () => string;
  /** A static key; without options for the desk's administrator. */
  createKey(options?: KeyOptions): Promise<string>;
  /** Runs a command beside it, on the same data folder. */
  cli(...args: string[]): Promise<CommandResult>;
  /** Stops it as Ctrl+C does and answers its exit code; removes the folder when it was made here. */
  stop(): Promise<number | null>;
}

/** A folder for a test's data, that does not exist yet inside one that does. */
export function makeFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'workbench-')), 'data');
}

/** Runs one command line to its end. */
export async function runCli(args: readonly string[], options: { input?: string } = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, [code]] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code: code ?? -1, stdout, stderr, json: args.includes('--json') ? parseJson(stdout) : undefined };
}

/**
 * Starts the real program on any free port and resolves when it listens: by default in a new folder with the demo desk,
 * its endpoint enabled.
 */
export async function startWorkbench(
  options: { args?: readonly string[]; folder?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<ServedWorkbench> {
  const folder = options.folder ?? makeFolder();
  const args = [
    'serve',
    '--json',
    '--port',
    '0',
    '--ui-port',
    '0',
    '--data-dir',
    folder,
    ...(options.args ?? ['--enable']),
  ];
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that timed out never stops it.
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  child.once('close', () => process.off('exit', abandon));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = (once(child, 'close') as Promise<[number | null]>).then(([code]) => code);
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    (once(lines, 'line') as Promise<[string]>).then(([line]) => line),
    exited.then((code) => Promise.reject(new Error(`The workbench ended with ${code} before it listened: ${log}`))),
  ]);
  if ('error' in (JSON.parse(first) as object)) throw new Error(`The workbench did not start: ${first} ${log}`);
  const { dataDir: _, ...facts } = JSON.parse(first) as ServeLine;
  const cli = (...more: string[]): Promise<CommandResult> => runCli([...more, '--data-dir', folder]);

  return {
    ...facts,
    folder,
    process: child,
    exited,
    log: () => log,
    cli,
    async createKey({ as, scopes, name, service } = {}) {
      const given = Object.entries({ as, scopes, name }).flatMap(([option, value]) =>
        value === undefined ? [] : [`--${option}`, value],
      );
      const { json, stdout, stderr } = await cli(
        'key',
        'create',
        '--json',
        ...given,
        ...(service ? ['--service'] : []),
      );
      const key = (json as { key?: string } | undefined)?.key;
      if (key === undefined) throw new Error(`No key was made: ${stdout} ${stderr}`);
      return key;
    },
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      if (options.folder === undefined) rmSync(join(folder, '..'), { recursive: true, force: true });
      return code;
    },
  };
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const part of stream) text += String(part);
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
