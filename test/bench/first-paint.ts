import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createDesktopHost, type DesktopHost, findObstacle } from '../support/electron/launch-desktop.ts';
import { formatNumber, median, printTable } from './statistics.ts';

const rounds = 11;

/** An app that does nothing but show a heading. */
const emptyApp = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1360, height: 880 });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<h1>Empty</h1>');
});
app.on('window-all-closed', () => app.quit());
process.once('SIGTERM', () => app.quit());
`;

/** Loaded in front of either app: tells when the frame with the page's first heading is drawn in a window that shows. */
const probe = `
const { app } = require('electron');
const wait = \`new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('h1') === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
  };
  look();
})\`;
const shown = new Promise((resolve) => {
  app.on('browser-window-created', (_event, window) => window.once('show', () => resolve(Date.now())));
});
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const drawn = await contents.executeJavaScript(wait);
    console.log('painted ' + Math.max(drawn, await shown));
  });
});
`;

/** From starting the process to the first heading on the screen, against an empty Electron window in the same run. */
export async function benchFirstPaint(): Promise<void> {
  const obstacle = findObstacle();
  if (obstacle !== undefined) return console.error(`\nThe first paint cannot be measured: ${obstacle}`);
  const parent = mkdtempSync(join(tmpdir(), 'bench-'));
  const host = await createDesktopHost();
  try {
    const [front, empty] = [join(parent, 'probe.cjs'), join(parent, 'empty.cjs')];
    writeFileSync(front, probe);
    writeFileSync(empty, emptyApp);
    const startOurs = (): ChildProcess => host.start(join(parent, 'data'), [], ['-r', front]);
    const first = await timed(startOurs);
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      reference.push(await timed(() => startEmpty(host, empty, front)));
      ours.push(await timed(startOurs));
    }
    printTable(`First paint in Electron ${host.runtime.version}, ${rounds} interleaved rounds, medians`, [
      {
        'workbench ms': formatNumber(median(ours)),
        'empty window ms': formatNumber(median(reference)),
        ratio: formatNumber(median(ours.map((value, round) => value / (reference[round] ?? Number.NaN))), 2),
        'first start with the demo desk ms': formatNumber(first),
      },
    ]);
  } finally {
    await host.close();
    rmSync(parent, { recursive: true, force: true });
  }
}

function startEmpty(host: DesktopHost, program: string, front: string): ChildProcess {
  return host.startElectron(['-r', front, program]);
}

async function timed(start: () => ChildProcess): Promise<number> {
  const startedAt = Date.now();
  const app = start();
  const exited = once(app, 'exit');
  app.stderr?.resume();
  if (app.stdout === null) throw new Error('Electron has no standard output.');
  let painted: number | undefined;
  for await (const line of createInterface({ input: app.stdout })) {
    painted = Number(/^painted (.+)$/.exec(line)?.[1]);
    if (!Number.isNaN(painted)) break;
  }
  app.kill('SIGTERM');
  await exited;
  if (painted === undefined) throw new Error('Electron ended before it had painted.');
  return painted - startedAt;
}
