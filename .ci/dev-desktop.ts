import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findElectron } from '../src-main/entry/find-electron.mjs';

// `npm run dev:desktop`: the app from the sources. Pages change in place; a change of the core starts it again.
const found = findElectron({ env: process.env, platform: process.platform, uid: process.getuid?.() });
if ('obstacle' in found) {
  console.error(`The desktop app cannot be shown: ${found.obstacle} "npm run dev" does the same in a browser.`);
  process.exitCode = 1;
} else {
  const home = dirname(createRequire(import.meta.url).resolve('electron-vite/package.json'));
  const options = ['dev', '--watch', '--entry', 'out/main/desktop.js', '--ignoreConfigWarning'];
  const child = spawn(
    process.execPath,
    [join(home, 'bin', 'electron-vite.js'), ...options, '--', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, ELECTRON_EXEC_PATH: found.executable },
    },
  );
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
