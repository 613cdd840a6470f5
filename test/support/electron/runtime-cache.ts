import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The runtime for tests where the official download cannot be reached. No other version of it can be verified. */
export const fallbackVersion = '33.3.0';

/** The oldest installed runtime that the app itself supports. */
const oldestInstalled = 45;

export interface ElectronRuntime {
  readonly version: string;
  readonly executable: string;
  /** A better-sqlite3 whose native part this runtime can load; undefined where the installed one does. */
  readonly sqlitePackage: string | undefined;
}

const require = createRequire(import.meta.url);

/** Outside the checkout, so that a fresh clone does not fetch and build again. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base?.startsWith('/') === true ? base : join(homedir(), '.cache'), 'halo-mcp-workbench');
}

/** Both folders carry what they were made from in their names and are moved into place complete. */
export const fallbackFolder = (): string => join(cacheFolder(), `electron-${fallbackVersion}`);
export const sqliteFolder = (): string => {
  const { version } = require('better-sqlite3/package.json') as { version: string };
  return join(cacheFolder(), `better-sqlite3-${version}-for-electron-${fallbackVersion}`);
};

/** The runtime that desktop tests can use now: the installed one, otherwise the one in the cache. */
export function findElectronRuntime(): ElectronRuntime | undefined {
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  const executable = join(fallbackFolder(), 'electron');
  if (!existsSync(executable) || !existsSync(sqliteFolder())) return undefined;
  return { version: fallbackVersion, executable, sqlitePackage: sqliteFolder() };
}

/** Reads the package's files; requiring it would start a download when the runtime is missing. */
function findInstalled(): ElectronRuntime | undefined {
  const home = dirname(require.resolve('electron/package.json'));
  const dist = join(home, 'dist');
  const [version, path] = [join(dist, 'version'), join(home, 'path.txt')].map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined,
  );
  if (version === undefined || path === undefined || Number.parseInt(version, 10) < oldestInstalled) return undefined;
  const executable = join(dist, path);
  return existsSync(executable) ? { version, executable, sqlitePackage: undefined } : undefined;
}
