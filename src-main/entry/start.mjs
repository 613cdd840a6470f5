// `npm start`: the desktop app where one can be shown, otherwise the same workbench for a browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './find-electron.mjs';
import { buildWhenChanged } from './headless/build-when-changed.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2).filter((arg) => arg !== '--headless');
const electron = chooseElectron();
if (electron === undefined) {
  process.argv.splice(2, Infinity, 'serve', ...args);
  await import('./headless/launch.mjs');
} else {
  const problem = buildWhenChanged(root);
  if (problem === undefined) open(electron);
  else {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}

/** Electron's executable, unless the window was not asked for or cannot be shown; then it says why. */
function chooseElectron() {
  // Options that `serve` alone has ask for it, and what nobody knows is refused by it.
  const options = args.filter((arg) => arg.startsWith('-')).map((arg) => arg.split('=', 1)[0] ?? '');
  const forDesktop = options.every((name) => ['--data-dir', '--port', '--enable', '--empty'].includes(name));
  if (process.argv.includes('--headless') || !forDesktop) return undefined;
  const found = findElectron({ env: process.env, platform: process.platform, uid: process.getuid?.() });
  if ('executable' in found) return found.executable;
  process.stderr.write(`Serving for a browser, because ${found.obstacle}\n\n`);
  return undefined;
}

function open(/** @type {string} */ executable) {
  const program = join(root, 'out', 'main', 'desktop.js');
  const child = spawn(executable, [program, ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends its interrupt to both processes.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => end(`Electron could not be started: ${error.message}.`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    else end(`Electron was ended by ${signal}.`);
  });
}

function end(/** @type {string} */ what) {
  process.stderr.write(`${what} "npm start -- --headless" serves the same workbench for a browser.\n`);
  process.exitCode = 1;
}
