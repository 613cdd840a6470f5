import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { type Display, startDisplay } from './start-display.ts';
import { type InstalledApp, installApp } from './install-app.ts';
import { type ElectronRuntime, findElectronRuntime } from './runtime-cache.ts';
import { findMissingPackages } from './system-packages.ts';

export interface Desktop {
  readonly page: Page;
  countPages(): number;
  /** Does `work` in Electron's main process. It may be done more than once, so doing it again must change nothing. */
  inMain<T>(work: (electron: typeof Electron) => T): Promise<T>;
  /** Does `work` there with the app's window, on the same condition. */
  inWindow<T>(work: (window: Electron.BrowserWindow) => T): Promise<T>;
  /** Quits as the menu does, and waits for the process to end. */
  quit(): Promise<number | null>;
}

export interface DesktopHost {
  readonly runtime: ElectronRuntime;
  readonly app: InstalledApp;
  /** Starts the app under Playwright and waits for its window. */
  launch(folder: string, ...args: string[]): Promise<Desktop>;
  /** Starts the app as a person does. `first` are options of Electron itself. */
  start(folder: string, args: readonly string[], first?: readonly string[]): ChildProcess;
  /** Starts Electron with these arguments and nothing of the app. */
  startElectron(args: readonly string[]): ChildProcess;
  close(): Promise<void>;
}

/**
 * Asks again when the answer got lost. Playwright waits for a promise that nothing else holds, and the main process may
 * collect it as garbage before the answer is sent: https://github.com/microsoft/playwright/issues/33737
 */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (let lost = 0; ; lost++) {
    try {
      return await ask();
    } catch (error) {
      if (lost === 9 || !String(error).includes('garbage collected')) throw error;
    }
  }
}

const inMain = <T>(app: ElectronApplication, work: (electron: typeof Electron) => T): Promise<T> =>
  answered(() => app.evaluate(work));

const inWindow = <T>(app: ElectronApplication, work: (window: Electron.BrowserWindow) => T): Promise<T> =>
  answered(async () => {
    const window = await app.evaluateHandle(
      (electron) => electron.BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow,
    );
    return window.evaluate(work);
  });

/** Why there can be no desktop test here; undefined when there can. */
export function findObstacle(): string | undefined {
  const runtime = findElectronRuntime();
  if (runtime === undefined) return 'there is no Electron (test/support/electron/prepare-runtime.ts fetches one)';
  return findMissingPackages(runtime.executable);
}

/** A display and the built app, for any number of starts. */
export async function createDesktopHost(): Promise<DesktopHost> {
  const runtime = findElectronRuntime();
  if (runtime === undefined) throw new Error('There is no Electron.');
  const app = installApp(runtime);
  const display: Display | undefined = process.platform === 'linux' ? await startDisplay() : undefined;
  const env = {
    ...(process.env as Record<string, string>),
    ...(display === undefined ? {} : { DISPLAY: display.name }),
    // Electron's own Node.js takes no modules from there.
    NODE_OPTIONS: '',
    // No session bus: nothing of the machine's desktop takes part.
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  };
  // Chromium's sandbox refuses to run as root, and machines for tests have little shared memory.
  const options = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  const program = join(app.folder, 'out', 'main', 'desktop.js');
  const argsFor = (folder: string, args: readonly string[]): string[] => [
    ...options,
    program,
    ...['--data-dir', folder, '--port', '0', ...args],
  ];
  const startElectron = (args: readonly string[]): ChildProcess =>
    spawn(runtime.executable, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    runtime,
    app,
    async launch(folder, ...args) {
      const started = await _electron.launch({
        executablePath: runtime.executable,
        args: argsFor(folder, args),
        cwd: app.folder,
        env,
        timeout: 30_000,
      });
      const process = started.process();
      const exited = new Promise<number | null>((resolve) => process.once('exit', (code) => resolve(code)));
      const page = await started.firstWindow();
      const quit = async (): Promise<number | null> => {
        await started.close();
        return exited;
      };
      return {
        page,
        countPages: () => started.windows().length,
        inMain: (work) => inMain(started, work),
        inWindow: (work) => inWindow(started, work),
        quit,
      };
    },
    start: (folder, args, first = []) => startElectron([...first, ...argsFor(folder, args)]),
    startElectron: (args) => startElectron([...options, ...args]),
    async close() {
      await display?.stop();
      app.remove();
    },
  };
}
