import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from '../../../src-main/entry/headless/build-when-changed.mjs';
import type { ElectronRuntime } from './runtime-cache.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface InstalledApp {
  readonly folder: string;
  remove(): void;
}

/**
 * The built app as it would be installed: what the build made, the resources and the one module that is not bundled,
 * which is where the fallback runtime gets one that it can load.
 */
export function installApp(runtime: ElectronRuntime): InstalledApp {
  const problem = buildWhenChanged(root);
  if (problem !== undefined) throw new Error(problem);
  const folder = mkdtempSync(join(tmpdir(), 'workbench-app-'));
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'resources'), join(folder, 'resources'));
  mkdirSync(join(folder, 'node_modules'));
  const sqlite = runtime.sqlitePackage ?? join(root, 'node_modules', 'better-sqlite3');
  symlinkSync(sqlite, join(folder, 'node_modules', 'better-sqlite3'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
