import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { isListening } from '../http/socket-fetch.ts';
import { findDistrust, listSocketPaths } from '../http/socket-path.ts';
import type { Ports } from '../ports.ts';

/** A data folder, and where the socket of whoever owns it may lie. */
export interface OwnedPlace {
  readonly folder: string;
  readonly runtimeFolders: readonly string[];
}

/** How long an owner may take to start or to stop before its silence counts. */
const patience = 15_000;

/** The socket of the process that serves the data folder, when one answers. */
export async function findOwner({ folder, runtimeFolders }: OwnedPlace): Promise<string | undefined> {
  for (const path of listSocketPaths({ folder, runtimeFolders })) {
    if (isTrusted(path) && (await isListening(path))) return path;
  }
  return undefined;
}

/** A socket in a folder that others may write to could be anybody's, and would be told secrets. */
function isTrusted(path: string): boolean {
  if (process.platform === 'win32') return true;
  return existsSync(path) && findDistrust(dirname(path)) === undefined;
}

/**
 * Tries again while the folder is owned by a process that does not answer: one that is starting, stopping or carrying
 * out a command. Each attempt looks for the owner anew; waits double from 20 ms to half a second.
 */
export async function retryWhileOwned<T>(
  { folder }: OwnedPlace,
  ports: Pick<Ports, 'now'>,
  attempt: () => Promise<T>,
): Promise<T> {
  const giveUpAt = ports.now() + patience;
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'owned_elsewhere' || error.details['answers'] === true)
        throw error;
      if (ports.now() >= giveUpAt) throw silent(folder, error);
    }
    await wait(pause);
  }
}

function silent(folder: string, cause: AppError): AppError {
  return new AppError(
    'owned_elsewhere',
    `Another process is using the data folder ${folder} and does not answer. If it is a workbench of another account ` +
      'or one that hangs, stop it; otherwise try again, or choose another folder with --data-dir.',
    { cause },
  );
}
