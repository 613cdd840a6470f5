import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import { importFilesPath, rpcPath } from './addresses.ts';
import { closedHeaders } from './page-headers.ts';
import { createImportFileDoor } from './receive-import-file.ts';
import type { RouteContext } from './route-context.ts';
import { router } from './router.ts';
import { createUiFiles } from './ui-files.ts';

export type Fetch = (request: Request) => Promise<Response>;

interface Options {
  /** The folder of the built pages; without it only the API is served. */
  readonly ui?: string;
}

/**
 * The admin door: the typed API, and the pages that use it, as a web-standard fetch. Whoever lets requests through to it
 * vouches for them.
 */
export function createAdminApp(context: RouteContext, { ui }: Options = {}): Fetch {
  const rpc = new RPCHandler(router);
  const app = new Hono();
  app.all(`${rpcPath}/*`, async (c) => {
    keepWithSignal(c.req.raw);
    const { response } = await rpc.handle(c.req.raw, { prefix: rpcPath, context });
    const answer = response ?? Response.json({ message: 'There is no such call.' }, { status: 404 });
    for (const [name, value] of Object.entries(closedHeaders)) answer.headers.set(name, value);
    return answer;
  });
  const receiveFile = createImportFileDoor(context.core);
  app.put(importFilesPath, (c) => receiveFile(c.req.raw));
  if (ui === undefined) {
    app.notFound(() => Response.json({ message: 'There is nothing at this address.' }, { status: 404 }));
  } else {
    const files = createUiFiles(ui, context.core.ports);
    app.notFound(({ req }) => files(req.raw));
  }
  return async (request) => app.fetch(request);
}

/**
 * Node never aborts the signal of a Request that was garbage collected in the meantime, and an event stream holds only
 * the signal: from here on whoever holds it holds the request.
 */
function keepWithSignal(request: Request): void {
  request.signal.addEventListener('abort', () => void request.method, { once: true });
}
