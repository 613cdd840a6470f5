import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What this reads from: the process's own by default; tests pass theirs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
  readonly temporary: string;
  /** Absent on Windows. */
  readonly uid: number | undefined;
}

const folderName = 'halo-mcp-workbench';

export function readSurroundings(): Surroundings {
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    temporary: tmpdir(),
    uid: process.getuid?.(),
  };
}

/** The data folder: `--data-dir`, then HALO_MCP_WORKBENCH_DATA, then where the platform keeps programs' data. */
export function chooseDataFolder(given: string | undefined, { env, platform, home }: Surroundings): string {
  const chosen = given ?? filled(env['HALO_MCP_WORKBENCH_DATA']);
  if (chosen !== undefined) return resolve(chosen);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName);
  if (platform === 'win32') return join(filled(env['APPDATA']) ?? join(home, 'AppData', 'Roaming'), folderName);
  return join(absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), folderName);
}

/**
 * Where an owner's socket may lie, best first. Both sides compute this list, and one of them may have been started
 * without the variable (by cron, say), so the folder that the variable usually names is tried as well.
 */
export function listRuntimeFolders({ env, platform, temporary, uid }: Surroundings): string[] {
  if (platform === 'win32') return [];
  const usual = platform === 'linux' ? `/run/user/${uid}` : undefined;
  const sessions = [absolute(env['XDG_RUNTIME_DIR']), usual].filter((folder) => folder !== undefined);
  const temporaries = [temporary, '/tmp'].map((folder) => join(folder, `${folderName}-${uid}`));
  return [...new Set([...sessions.map((folder) => join(folder, folderName)), ...temporaries])];
}

/** What stored keys are locked with where no file names it; undefined without one. */
export function readPassphrase({ env }: Surroundings): string | undefined {
  return filled(env['HALO_MCP_WORKBENCH_PASSPHRASE']);
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** The XDG specification: a relative path in one of its variables is to be ignored. */
function absolute(text: string | undefined): string | undefined {
  return text?.startsWith('/') === true ? text : undefined;
}
