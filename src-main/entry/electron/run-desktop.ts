import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { findDevelopmentServer } from '../../config/development-server.ts';
import { chooseDataFolder, listRuntimeFolders, readSurroundings } from '../../config/places.ts';
import { makeFolder } from '../../db/make-folder.ts';
import { importFilesPath, rpcPath } from '../../http/addresses.ts';
import { createSystemPorts, type Log } from '../../ports.ts';
import { serveAppProtocol } from './app-protocol.ts';
import { parseDesktopOptions } from './desktop-options.ts';
import { guardPages } from './guard.ts';
import { showMenu } from './menu.ts';
import { servePages } from './serve-pages.ts';
import { openWindow } from './window.ts';
import { createWindowStateFile } from './window-state.ts';

/** Runs the app until it quits. Rejects when it cannot start; nothing is left open then. */
export async function runDesktop(args: readonly string[], log: Log): Promise<void> {
  const surroundings = readSurroundings();
  const { dataDir, ...options } = parseDesktopOptions(args);
  const folder = chooseDataFolder(dataDir, surroundings);
  keepProfileIn(folder);
  if (!app.requestSingleInstanceLock()) return app.exit(0);

  const stateFile = createWindowStateFile(folder, log);
  let window: BrowserWindow | undefined;
  const showWindow = (): void => {
    if (window === undefined || window.isDestroyed()) window = openWindow(stateFile);
    else focus(window);
  };
  app.on('second-instance', showWindow).on('activate', showWindow);
  // Elsewhere a program that serves goes on beside the clock; on Linux many desktops have no such place.
  app.on('window-all-closed', () => {
    if (process.platform === 'linux') app.quit();
  });

  // Chromium's own way to end at a signal closes neither the window nor the core.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit());

  await app.whenReady();
  const server = app.isPackaged ? undefined : findDevelopmentServer(surroundings);
  guardPages(server);
  const ports = createSystemPorts(log);
  const pages = servePages(server, ports);
  const core = startLater(() =>
    import('./desktop-core.ts').then(({ openDesktopCore }) =>
      openDesktopCore({ folder, runtimeFolders: listRuntimeFolders(surroundings), ...options }, surroundings, ports),
    ),
  );
  serveAppProtocol(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname !== importFilesPath && !pathname.startsWith(`${rpcPath}/`)) return pages(request);
    return (await core.start()).answer(request);
  }, log);
  showWindow();
  try {
    const { endpoint, showTray, close } = await core.started;
    showMenu({ endpoint, folder });
    showTray(showWindow);
    closeAtQuit(close, log);
  } catch (error) {
    window?.destroy();
    throw error;
  }
}

interface LaterStart<T> {
  start(): Promise<T>;
  readonly started: Promise<T>;
}

/**
 * Loading the core holds this process, which has the window's files to hand out: it begins at a page's first question,
 * which comes when the page is drawn, or in three seconds, since clients need the endpoint and not the page.
 */
function startLater<T>(start: () => Promise<T>): LaterStart<T> {
  let begin!: () => void;
  const started = new Promise<void>((resolve) => (begin = resolve)).then(start);
  const late = setTimeout(begin, 3_000);
  return {
    started,
    start: () => {
      clearTimeout(late);
      begin();
      return started;
    },
  };
}

/** Chromium's profile lies in the data folder, and with it the lock that makes the app single in each of them. */
function keepProfileIn(folder: string): void {
  const profile = join(folder, 'desktop');
  try {
    makeFolder(profile);
    app.setPath('userData', profile);
  } catch {
    // Whoever takes the data folder a moment later says what is wrong with it.
  }
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Electron waits for nobody: the quit is put off until every acknowledged write and reply is where it belongs. */
function closeAtQuit(close: () => Promise<void>, log: Log): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    close().then(
      () => app.exit(0),
      (error: unknown) => {
        log.error('The workbench could not be closed in order.', { error });
        app.exit(1);
      },
    );
  });
}
