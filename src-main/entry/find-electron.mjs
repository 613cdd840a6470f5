import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Electron's executable, or why no window can be opened here. Looks for files: requiring the package would start a
 * download when its runtime is missing.
 *
 * @param {{ env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, uid: number | undefined }} surroundings
 * @returns {{ executable: string } | { obstacle: string }}
 */
export function findElectron({ env, platform, uid }) {
  const executable = findExecutable(env['ELECTRON_OVERRIDE_DIST_PATH'], platform);
  if (executable === undefined) {
    return { obstacle: 'the desktop app’s runtime is not here. "npx install-electron" fetches it, once.' };
  }
  if (platform === 'linux') {
    if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { obstacle: 'there is no display to open a window on.' };
    if (uid === 0) return { obstacle: 'Electron’s sandbox does not run as root.' };
  }
  return { executable };
}

/**
 * @param {string | undefined} chosenFolder
 * @param {NodeJS.Platform} platform
 */
function findExecutable(chosenFolder, platform) {
  const home = findPackage();
  const written = home === undefined ? undefined : readText(join(home, 'path.txt'));
  const name = written ?? names[platform] ?? 'electron';
  const folder = chosenFolder || (home && join(home, 'dist'));
  if (!folder) return undefined;
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
}

/** @type {Readonly<Partial<Record<NodeJS.Platform, string>>>} */
const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

function findPackage() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

function readText(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
