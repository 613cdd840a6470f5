import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { iconPath } from './icon.ts';
import { placeWindow, smallest } from './place-window.ts';
import type { WindowStateFile } from './window-state.ts';

/** Until the page has told its own: the backgrounds of the renderer's two themes. */
const backgrounds = { light: '#ffffff', dark: '#16181c' };

/** Long enough for a drag to be over, so that a crash later on loses nothing. */
const saveDelay = 400;

/** Opens the window on the app's pages. It shows itself when there is something to see. */
export function openWindow(file: WindowStateFile): BrowserWindow {
  const saved = file.read();
  let background = saved?.background ?? backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
  const primary = screen.getPrimaryDisplay();
  const displays = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
  const window = new BrowserWindow({
    ...placeWindow(
      saved?.bounds,
      displays.map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Halo MCP Workbench',
    icon: iconPath(256),
    backgroundColor: background,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: !app.isPackaged,
      // Only macOS has dictionaries of its own; elsewhere Chromium would fetch them from another machine.
      spellcheck: process.platform === 'darwin',
    },
  });

  const save = (): void => {
    file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized(), background });
  };
  let pending: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(pending);
    pending = setTimeout(save, saveDelay);
  };
  window.on('resize', saveSoon).on('move', saveSoon).on('maximize', saveSoon).on('unmaximize', saveSoon);
  window.on('close', () => {
    clearTimeout(pending);
    save();
  });
  // A window that is destroyed is closed without having been asked.
  window.on('closed', () => clearTimeout(pending));
  window.once('ready-to-show', () => {
    if (saved?.maximized === true) window.maximize();
    window.show();
  });
  window.webContents.on('did-change-theme-color', (_event, color) => {
    if (color === null) return;
    background = color;
    window.setBackgroundColor(color);
    saveSoon();
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeave(window)) event.preventDefault();
  });
  void window.loadURL(`${appOrigin}/`).catch(() => undefined);
  return window;
}

/** A page with unsaved changes asks to stay; Electron itself would stay without a word. */
function mayLeave(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'There are changes that are not saved.',
    detail: 'Leaving this page discards them.',
    buttons: ['Stay', 'Leave'],
    defaultId: 0,
    cancelId: 0,
  });
  return chosen === 1;
}
