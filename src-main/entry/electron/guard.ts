import { app, clipboard, dialog, session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** To be called before Electron is ready: whatever a page tries, Chromium resolves no name and asks no proxy. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1');
  app.commandLine.appendSwitch('disable-background-networking');
}

/**
 * Keeps every page inside the app's own origin: no other page, no window, no frame, no device, no permission but
 * copying. The development server is an origin that may be asked as well, in development alone.
 */
export function guardPages(developmentServer: URL | undefined): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isGranted(permission, contents.getURL()));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isWithin(url) && new URL(url).host !== developmentServer?.host });
  });
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    offerAddress(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) offerAddress(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** What a page may load: its origin, what it made itself, and the tools of a developer. */
function isWithin(url: string): boolean {
  const [scheme = ''] = url.split(':', 1);
  return isOurs(url) || ['data', 'blob', 'devtools', 'about'].includes(scheme);
}

function isGranted(permission: string, url: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOurs(url);
}

let asking = false;

/** The workbench opens no web page, but a person who followed a link wants to get there. */
function offerAddress(url: string): void {
  if (asking || !/^https?:/.test(url)) return;
  asking = true;
  const question = {
    message: 'The workbench does not open other pages.',
    detail: `Copy the address to open it in a browser:\n${url.slice(0, 500)}`,
    buttons: ['Copy address', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  };
  void dialog.showMessageBox(question).then(({ response }) => {
    asking = false;
    if (response === 0) void clipboard.writeText(url);
  });
}
