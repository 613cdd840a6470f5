import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../src-shared/errors/app-error.ts';

/** The kernel's bound on a socket's path: 108 bytes on Linux with the closing zero, 104 on macOS. */
const longestPath = 103;

interface Place {
  /** The data folder that the owner owns. */
  readonly folder: string;
  /** Folders that may hold sockets, best first; empty on Windows. */
  readonly runtimeFolders: readonly string[];
}

/** Where an owner of the data folder may be listening. */
export function listSocketPaths({ folder, runtimeFolders }: Place): string[] {
  const name = createHash('sha256').update(canonical(folder)).digest('hex').slice(0, 24);
  // A pipe's name is no file: Windows keeps it, and lets others than this account and administrators only read.
  if (process.platform === 'win32') return [`\\\\.\\pipe\\halo-mcp-workbench-${name}`];
  return runtimeFolders.map((runtime) => join(runtime, `${name}.sock`)).filter(isShortEnough);
}

/** The path for the owner to listen at, in a folder that only this account can enter; made when missing. */
export function prepareSocketPath(place: Place): string {
  const reasons: string[] = [];
  for (const path of listSocketPaths(place)) {
    if (process.platform === 'win32') return path;
    const runtime = join(path, '..');
    const reason = findDistrust(runtime);
    if (reason === undefined) return path;
    reasons.push(`${runtime} ${reason}`);
  }
  throw new AppError(
    'folder_not_writable',
    `There is no private folder for the socket through which commands reach the workbench: ${reasons.join('; ')}. ` +
      'Set XDG_RUNTIME_DIR to a folder that only this account can use.',
  );
}

/** Why nothing may be trusted that lies in the folder; undefined: it is this account's alone. */
export function findDistrust(folder: string): string | undefined {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return 'cannot be made';
  }
  return judge(lstatSync(folder, { throwIfNoEntry: false }));
}

/** A link or a folder of another account's may lead into that account's hands. */
function judge(found: Stats | undefined): string | undefined {
  if (found === undefined) return 'is missing';
  if (!found.isDirectory()) return 'is not a folder';
  if (found.uid !== process.getuid?.()) return 'belongs to another account';
  return (found.mode & 0o077) === 0 ? undefined : 'is open to other accounts';
}

/** Two ways to one folder must lead to one socket. */
function canonical(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

function isShortEnough(path: string): boolean {
  return Buffer.byteLength(path) <= longestPath;
}
