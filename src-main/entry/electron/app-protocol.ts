import { protocol } from 'electron';
import type { Log } from '../../ports.ts';

/** The one origin of the app's pages. No port stands behind it: requests are answered inside this process. */
export const appOrigin = 'app://workbench';

/** To be called before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Lets `answer` serve the app's origin; a scheme has any number of hosts, and the others are nobody's. */
export function serveAppProtocol(answer: (request: Request) => Promise<Response>, log: Log): void {
  protocol.handle('app', async (request) => {
    const { protocol: scheme, host, pathname } = new URL(request.url);
    if (`${scheme}//${host}` !== appOrigin) return refuse(403, 'Only the workbench itself may be asked.');
    try {
      return await answer(request);
    } catch (error) {
      log.error('A request of a page failed unexpectedly.', { path: pathname, error });
      return refuse(500, 'The request failed because of a fault in the workbench. The log says more.');
    }
  });
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
