import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a build consists of, in the order in which it is put in place. */
const parts = ['renderer', 'main'];

/** How long files of earlier builds stay, in milliseconds. */
const keepFor = 7 * 86_400_000;

/**
 * In a checkout, builds `out/main` (the program) and `out/renderer` (its pages) when the sources are not those of the
 * last build; an installed package has no build configuration and is left as it is. The answer is a sentence when there
 * is nothing that can be run.
 *
 * The build goes into a folder of its own that is moved into place when complete, so commands started at the same moment
 * never run half a build. A workbench that runs has its pages in memory, and finds the parts of the program that it has
 * not loaded yet beside the new ones: their names carry a hash.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function buildWhenChanged(root) {
  const out = join(root, 'out');
  if (!fs.existsSync(join(root, 'electron.vite.config.ts'))) return undefined;
  const sources = describeSources(root);
  if (isBuilt(out, sources)) return undefined;
  const builder = findBuilder();
  if (builder === undefined) return `The workbench is not built yet. Run "npm ci" in ${root}, then start it again.`;

  // The standard output belongs to the command: some of them speak JSON there.
  process.stderr.write(`Building the workbench${fs.existsSync(join(out, 'main')) ? '' : ' (first run)'}…\n`);
  fs.mkdirSync(out, { recursive: true });
  const draft = fs.mkdtempSync(join(out, '.draft-'));
  try {
    const options = ['build', '--outDir', draft, '--logLevel', 'error', '--ignoreConfigWarning'];
    const { status } = spawnSync(process.execPath, [builder, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) return 'The workbench could not be built; the reason stands above.';
    for (const part of parts) fs.writeFileSync(join(draft, part, 'build-stamp'), sources);
    keepEarlierChunks(join(out, 'main'), join(draft, 'main'));
    putInPlace(draft, out, sources);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return undefined;
}

/**
 * @param {string} built
 * @param {string} draft
 */
function keepEarlierChunks(built, draft) {
  const youngest = Date.now() - keepFor;
  for (const name of fs.existsSync(built) ? fs.readdirSync(built) : []) {
    if (!/-[\w-]{8}\.js$/.test(name) || fs.existsSync(join(draft, name))) continue;
    try {
      // A link keeps the file's time, by which it goes one day.
      if (fs.statSync(join(built, name)).mtimeMs > youngest) fs.linkSync(join(built, name), join(draft, name));
    } catch {
      // Another command moved that build away, and kept its chunks; or the disk knows no links.
    }
  }
}

/**
 * @param {string} draft
 * @param {string} out
 * @param {string} sources
 */
function putInPlace(draft, out, sources) {
  // A build of the same sources that another command finished meanwhile is as good as this one.
  for (let attempt = 1; !isBuilt(out, sources); attempt += 1) {
    try {
      for (const part of parts) {
        if (readStamp(out, part) === sources) continue;
        const built = join(out, part);
        if (fs.existsSync(built)) fs.renameSync(built, join(draft, `replaced-${part}-${attempt}`));
        fs.renameSync(join(draft, part), built);
      }
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

/**
 * @param {string} out
 * @param {string} sources
 */
function isBuilt(out, sources) {
  return parts.every((part) => readStamp(out, part) === sources);
}

/**
 * @param {string} out
 * @param {string} part
 */
function readStamp(out, part) {
  try {
    return fs.readFileSync(join(out, part, 'build-stamp'), 'utf8');
  } catch {
    return '';
  }
}

/** Name, size and time of every file that the build reads, so that a file put back with an older time counts as well. */
function describeSources(/** @type {string} */ root) {
  const settings = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
  return [...settings, 'tsconfig.renderer.json', 'src-main', 'src-renderer', 'src-shared', 'resources']
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
