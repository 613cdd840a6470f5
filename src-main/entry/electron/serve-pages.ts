import { uiFolder } from '../../config/program.ts';
import { createUiFiles } from '../../http/ui-files.ts';
import type { Ports } from '../../ports.ts';

export type Answer = (request: Request) => Promise<Response>;

/** The files of the pages: those of the build or, in development, what electron-vite makes of the sources. */
export function servePages(developmentServer: URL | undefined, ports: Ports): Answer {
  if (developmentServer === undefined) return createUiFiles(uiFolder, ports);
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = { accept: request.headers.get('accept') ?? '*/*' };
    return fetch(new URL(`${pathname}${search}`, developmentServer), { headers });
  };
}
