import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import type { RouteContext } from './route-context.ts';
import { router } from './router.ts';

export const rpcPath = '/rpc';

export type Fetch = (request: Request) => Promise<Response>;

/** The admin door: the typed API, as a web-standard fetch. Whoever lets requests through to it vouches for them. */
export function createAdminApp(context: RouteContext): Fetch {
  const rpc = new RPCHandler(router);
  const app = new Hono();
  app.all(`${rpcPath}/*`, async ({ req }) => {
    const { response } = await rpc.handle(req.raw, { prefix: rpcPath, context });
    return response ?? Response.json({ message: 'There is no such call.' }, { status: 404 });
  });
  app.notFound(() => Response.json({ message: 'There is nothing at this address.' }, { status: 404 }));
  return async (request) => app.fetch(request);
}
