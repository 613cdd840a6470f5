#!/usr/bin/env node
// The command `halo-mcp-workbench`. Plain JavaScript that any Node from 18 on can read: it finds a Node that is new
// enough, builds the program when this is a checkout whose sources changed, and hands over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenChanged } from './build-when-changed.mjs';

const wantedNode = 24;
const root = fileURLToPath(new URL('../../..', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= wantedNode) {
  const problem = buildWhenChanged(root);
  if (problem === undefined) await import(pathToFileURL(join(root, 'out', 'main', 'main.js')).href);
  else stop(problem);
} else {
  const node = findInstalledNode();
  if (node !== undefined) runUnder(node);
  else {
    stop(
      `The workbench needs Node ${wantedNode} or newer, and this is Node ${process.versions.node}. ` +
        `Run "npm ci" in ${root} to put the right Node beside the program, or install Node ${wantedNode}.`,
    );
  }
}

/** The Node that is a development dependency of this checkout. */
function findInstalledNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return ['bin/node', 'bin/node.exe'].map((file) => join(folder, file)).find((file) => existsSync(file));
  } catch {
    return undefined;
  }
}

/** Runs this file again under another Node, and ends the way that ends. */
function runUnder(/** @type {string} */ node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends its interrupt to both processes; passed on as well, it would read as a second Ctrl+C.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => stop(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

function stop(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
