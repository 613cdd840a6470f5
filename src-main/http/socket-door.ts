import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { Ports } from '../ports.ts';
import type { RouteContext } from './route-context.ts';
import { startServer } from './server-lifecycle.ts';

export interface SocketDoor {
  readonly path: string;
  close(): Promise<void>;
}

/**
 * Serves the admin door at a Unix socket or named pipe for commands of the same account. The caller owns the data
 * folder, so a socket that is still there belongs to an owner that died.
 */
export async function openSocketDoor(path: string, context: RouteContext): Promise<SocketDoor> {
  // Most owners are never asked anything, so the API is loaded for the first who does.
  let listener: Promise<RequestListener> | undefined;
  const server = createServer((request, response) => {
    listener ??= loadListener(context);
    listener.then(
      (listen) => listen(request, response),
      (error: unknown) => fail(context.core.ports, error, () => response.destroy()),
    );
  });
  if (process.platform !== 'win32') removeStaleSocket(path);
  const { stop } = await startServer(server, { path }, context.core.ports.log);
  // Its folder lets nobody else in; the mode says so a second time.
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return { path, close: stop };
}

async function loadListener(context: RouteContext): Promise<RequestListener> {
  const [{ getRequestListener }, { createAdminApp }] = await Promise.all([
    import('@hono/node-server'),
    import('./admin-app.ts'),
  ]);
  // The global Request and Response stay Node's own.
  const listen = getRequestListener(createAdminApp(context), { overrideGlobalObjects: false });
  return (request, response) => void listen(request, response);
}

function fail(ports: Ports, error: unknown, hangUp: () => void): void {
  ports.log.error('The admin door could not be loaded.', { error });
  hangUp();
}

function removeStaleSocket(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSocket() === true) unlinkSync(path);
}
