import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, sqliteFolder } from './runtime-cache.ts';

/** What node-gyp would be given by the package, and what makes the result load where Node-API is older than 10. */
const shipped = `'NAPI_VERSION=10'`;
const older = `'NAPI_EXPERIMENTAL', 'NAPI_VERSION=2147483647', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'`;

/** Builds the installed better-sqlite3 from its own source for the fallback runtime, into the cache. */
export function buildSqlite(): void {
  mkdirSync(cacheFolder(), { recursive: true });
  const require = createRequire(import.meta.url);
  const source = dirname(require.resolve('better-sqlite3/package.json'));
  const draft = mkdtempSync(join(cacheFolder(), '.better-sqlite3-'));
  try {
    for (const part of ['binding.gyp', 'package.json', 'LICENSE', 'lib', 'src', 'deps']) {
      cpSync(join(source, part), join(draft, part), { recursive: true });
    }
    const addonApi = dirname(createRequire(join(source, 'package.json')).resolve('node-addon-api/package.json'));
    cpSync(addonApi, join(draft, 'node_modules', 'node-addon-api'), { recursive: true });
    const recipe = readFileSync(join(draft, 'binding.gyp'), 'utf8');
    if (!recipe.includes(shipped)) throw new Error(`better-sqlite3's binding.gyp no longer has ${shipped}.`);
    writeFileSync(join(draft, 'binding.gyp'), recipe.replace(shipped, older));
    const build = [findNodeGyp(), 'rebuild', '--release', '--force_build=1', '--loglevel=error', ...headers()];
    // The compiler's warnings are the library's own affair; of a failure they are part of the message.
    execFileSync(process.execPath, build, { cwd: draft, stdio: ['ignore', 'ignore', 'pipe'] });
    const built = join('build', 'Release', 'better_sqlite3.node');
    renameSync(join(draft, built), join(draft, 'better_sqlite3.node'));
    // Sources and object files are forty times as large as what is needed of them.
    for (const part of ['build', 'src', 'deps', 'node_modules']) rmSync(join(draft, part), { recursive: true });
    mkdirSync(join(draft, dirname(built)), { recursive: true });
    renameSync(join(draft, 'better_sqlite3.node'), join(draft, built));
    renameSync(draft, sqliteFolder());
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** npm brings its own node-gyp. */
function findNodeGyp(): string {
  const cli = process.env['npm_execpath'] ?? execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
  return createRequire(realpathSync(cli)).resolve('node-gyp/bin/node-gyp.js');
}

/** The headers of the Node that npm runs under; without them node-gyp fetches its own. */
function headers(): string[] {
  const node = process.env['npm_node_execpath'];
  const prefixes = [...(node === undefined ? [] : [join(realpathSync(node), '..', '..')]), '/usr', '/usr/local'];
  const prefix = prefixes.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
  return prefix === undefined ? [] : [`--nodedir=${prefix}`];
}
