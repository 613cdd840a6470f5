// Before the tests: makes sure that the desktop tests have an Electron, or says loudly why they will be skipped.
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { acquireOwnerLock, type OwnerLock } from '../../../src-main/db/owner-lock.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { buildSqlite } from './build-sqlite.ts';
import { fetchFallback } from './fetch-fallback.ts';
import { cacheFolder, fallbackFolder, fallbackVersion, findElectronRuntime, sqliteFolder } from './runtime-cache.ts';
import { findMissingPackages, installPackages, mayInstallPackages } from './system-packages.ts';

/** Fetching and building take some two minutes on two cores. */
const patience = 600_000;

try {
  await prepare();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`\n*** No Electron for the desktop tests, so they will be SKIPPED: ${reason}\n`);
}

async function prepare(): Promise<void> {
  if (findElectronRuntime() === undefined) await makeFallback();
  const runtime = findElectronRuntime();
  if (runtime === undefined) throw new Error('the runtime is not where it was put');
  if (findMissingPackages(runtime.executable) !== undefined && mayInstallPackages()) {
    console.log('Installing the system packages that Electron needs…');
    installPackages();
  }
  const missing = findMissingPackages(runtime.executable);
  if (missing !== undefined) throw new Error(missing);
  const fallback = runtime.sqlitePackage === undefined ? '' : ', the fallback for tests alone';
  console.log(`Desktop tests run in Electron ${runtime.version}${fallback}.`);
}

async function makeFallback(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('"npx install-electron" fetches the runtime for this platform');
  }
  const lock = await lockCache();
  try {
    // Another run may have made one or both while this one waited.
    if (!existsSync(fallbackFolder())) {
      console.log(`Fetching Electron ${fallbackVersion} for the desktop tests (once, into ${cacheFolder()})…`);
      await fetchFallback();
    }
    if (!existsSync(sqliteFolder())) {
      console.log('Building better-sqlite3 for it (once, about 75 seconds)…');
      buildSqlite();
    }
  } finally {
    lock.release();
  }
}

async function lockCache(): Promise<OwnerLock> {
  for (const giveUpAt = Date.now() + patience; ; await wait(500)) {
    try {
      return acquireOwnerLock(cacheFolder());
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'owned_elsewhere' || Date.now() > giveUpAt) throw error;
    }
  }
}
