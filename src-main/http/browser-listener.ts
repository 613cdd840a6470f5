import type { RequestListener, ServerResponse } from 'node:http';
import type { Fetch } from './admin-app.ts';
import type { RouteContext } from './route-context.ts';
import { createUiFiles } from './ui-files.ts';

type Listener = (...given: Parameters<RequestListener>) => Promise<void>;

export interface BrowserListener {
  /** The pages' files. Whatever the path, it never reaches the API. */
  readonly pages: Listener;
  readonly api: Listener;
}

/** Node's requests as the fetch functions take them; `isStream` is told of each response that is an event stream. */
export function createBrowserListener(
  context: RouteContext,
  ui: string,
  isStream: (response: ServerResponse) => void,
): BrowserListener {
  const files = createUiFiles(ui, context.core.ports);
  return {
    pages: createLazyListener(async () => files, isStream),
    api: createLazyListener(async () => (await import('./admin-app.ts')).createAdminApp(context), isStream),
  };
}

/** What answers is loaded by the first request. */
function createLazyListener(load: () => Promise<Fetch>, isStream: (response: ServerResponse) => void): Listener {
  const loadListener = async () => {
    const [{ getRequestListener }, fetch] = await Promise.all([import('@hono/node-server'), load()]);
    const respond = async (request: Request, { outgoing }: { outgoing: unknown }): Promise<Response> => {
      const response = await fetch(request);
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) isStream(outgoing as ServerResponse);
      return response;
    };
    // The global Request and Response stay Node's own.
    return getRequestListener(respond, { overrideGlobalObjects: false });
  };
  let listener: ReturnType<typeof loadListener> | undefined;
  return async (request, response) => void (await (await (listener ??= loadListener()))(request, response));
}
