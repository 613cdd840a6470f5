import { execFileSync, type ExecFileSyncOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a Debian or Ubuntu without a desktop lacks, the X server without a screen among it. */
const debianPackages = [
  ...['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libnotify4', 'libxss1', 'libxtst6'],
  ...['libatspi2.0-0', 'libsecret-1-0', 'dbus', 'fonts-dejavu-core'],
];

/** Why this machine cannot show the runtime's window; undefined when it can. */
export function findMissingPackages(executable: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const libraries = execFileSync('ldd', [executable], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
  const missing = [...new Set(libraries), ...(hasXvfb() ? [] : ['Xvfb'])];
  if (missing.length === 0) return undefined;
  return `this machine lacks ${missing.join(', ')} (on Debian: apt-get install ${debianPackages.join(' ')})`;
}

function hasXvfb(): boolean {
  return spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;
}

/** Only for machines that exist to run tests: a person's own is never changed without being asked to. */
export function mayInstallPackages(): boolean {
  const asked = process.env['CI'] !== undefined || process.argv.includes('--install-packages');
  return asked && process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(readRelease());
}

export function installPackages(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet: ExecFileSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('apt-get', ['-qq', 'update'], quiet);
  execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...debianPackages], quiet);
}

function readRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
