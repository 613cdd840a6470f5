import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Check } from '../../../src-shared/api/doctor.ts';

const wantedNode = 24;

export function checkNode(): Check {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= wantedNode) return { name: 'node', level: 'ok', message: `This is Node ${node}.` };
  const advice = `Install Node ${wantedNode} or newer.`;
  return { name: 'node', level: 'problem', message: `This is Node ${node}, which is too old.`, advice };
}

export async function checkNativeModule(): Promise<Check> {
  try {
    const { probeSqlite } = await import('../../db/probe-sqlite.ts');
    return { name: 'sqlite', level: 'ok', message: `The database engine loads: SQLite ${probeSqlite()}.` };
  } catch (error) {
    return {
      name: 'sqlite',
      level: 'problem',
      message: `The database engine does not load: ${(error as Error).message.split('\n')[0]}`,
      advice: 'Run "npm ci" again with the Node that is to run the workbench.',
    };
  }
}

/** Writes a file there rather than ask for permissions, which say little about full disks and read-only mounts. */
export function checkFolder(folder: string): Check {
  const name = 'data folder';
  const existing = nearestExisting(folder);
  try {
    if (!statSync(existing).isDirectory()) throw new Error(`${existing} is a file`);
    const probe = join(existing, `.workbench-doctor-${process.pid}`);
    writeFileSync(probe, '', { flag: 'wx' });
    rmSync(probe);
  } catch (error) {
    return {
      ...{ name, level: 'problem', message: `${folder} cannot be written: ${(error as Error).message}.` },
      advice: 'Give this account write access to it, or choose another folder with --data-dir.',
    };
  }
  if (existing === folder) return { name, level: 'ok', message: `${folder} can be written.` };
  return { name, level: 'ok', message: `${folder} does not exist yet and can be made.` };
}

function nearestExisting(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return path;
}

/** Whether `serve` could listen there now. */
export async function checkPort(port: number): Promise<Check> {
  const name = 'port';
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (failure === undefined) return { name, level: 'ok', message: `Port ${port} is free.` };
  return {
    ...{ name, level: 'problem', message: `Port ${port} cannot be used: ${failure.message}.` },
    advice: 'Stop the program that uses it, or serve on another with --port.',
  };
}

/** Whether a client would reach the endpoint: without a key it has to be refused with 401. */
export async function checkAddress(endpoint: string): Promise<Check> {
  const name = 'address';
  try {
    const { status } = await fetch(endpoint, { method: 'POST', signal: AbortSignal.timeout(5000) });
    if (status === 401) return { name, level: 'ok', message: `${endpoint} answers, and asks for a key.` };
    const advice = 'Another program may be answering there: serve on another port.';
    return { name, level: 'problem', message: `${endpoint} answers with status ${status} instead of 401.`, advice };
  } catch (error) {
    return {
      ...{ name, level: 'problem', message: `${endpoint} does not answer: ${(error as Error).message}.` },
      advice: 'Restart the workbench. A proxy must not be used for 127.0.0.1.',
    };
  }
}
