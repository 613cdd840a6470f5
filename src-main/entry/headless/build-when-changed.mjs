import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * In a checkout, builds `out/main` when the sources are not those of the last build; an installed package has no build
 * configuration and is left as it is. The answer is a sentence when there is nothing that can be run.
 *
 * The build goes into a folder of its own that is moved into place when complete, so commands started at the same moment
 * never run half a build.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function buildWhenChanged(root) {
  const built = join(root, 'out', 'main');
  if (!fs.existsSync(join(root, 'electron.vite.config.ts'))) return undefined;
  const sources = describeSources(root);
  if (readStamp(built) === sources) return undefined;
  const builder = findBuilder();
  if (builder === undefined) return `The workbench is not built yet. Run "npm ci" in ${root}, then start it again.`;

  // The standard output belongs to the command: some of them speak JSON there.
  process.stderr.write(`Building the workbench${fs.existsSync(built) ? '' : ' (first run)'}…\n`);
  fs.mkdirSync(join(root, 'out'), { recursive: true });
  const draft = fs.mkdtempSync(join(root, 'out', '.draft-'));
  try {
    const options = ['build', '--outDir', draft, '--logLevel', 'error', '--ignoreConfigWarning'];
    const { status } = spawnSync(process.execPath, [builder, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) return 'The workbench could not be built; the reason stands above.';
    fs.writeFileSync(join(draft, 'main', 'build-stamp'), sources);
    putInPlace(draft, built, sources);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
}

/**
 * @param {string} draft
 * @param {string} built
 * @param {string} sources
 */
function putInPlace(draft, built, sources) {
  // A build of the same sources that another command finished meanwhile is as good as this one.
  for (let attempt = 1; readStamp(built) !== sources; attempt += 1) {
    try {
      if (fs.existsSync(built)) fs.renameSync(built, join(draft, `replaced-${attempt}`));
      fs.renameSync(join(draft, 'main'), built);
    } catch (error) {
      // Another command moved its build in or away between two of these lines.
      if (attempt === 10) throw error;
    }
  }
}

function findBuilder() {
  try {
    const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json');
    return join(dirname(manifest), 'bin', 'electron-vite.js');
  } catch {
    return undefined;
  }
}

function readStamp(/** @type {string} */ built) {
  try {
    return fs.readFileSync(join(built, 'build-stamp'), 'utf8');
  } catch {
    return '';
  }
}

/** Name, size and time of every file that the build reads, so that a file put back with an older time counts as well. */
function describeSources(/** @type {string} */ root) {
  return ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'src-main', 'src-shared', 'resources']
    .filter((path) => fs.existsSync(join(root, path)))
    .flatMap((path) => listFiles(root, path))
    .map((path) => {
      const { size, mtimeMs } = fs.statSync(join(root, path));
      return `${path} ${size} ${mtimeMs}\n`;
    })
    .join('');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(root, path) {
  if (fs.statSync(join(root, path)).isFile()) return [path];
  return fs
    .readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}
