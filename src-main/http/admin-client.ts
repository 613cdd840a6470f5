import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { fromWireError } from '../../src-shared/api/wire-error.ts';
import type { contract } from '../../src-shared/api/contract.ts';
import { rpcPath } from './addresses.ts';
import type { Fetch } from './admin-app.ts';
import type { RouteContext } from './route-context.ts';
import { router } from './router.ts';

/** The admin door's calls as functions; they throw `AppError`, as if the core were called directly. */
export type AdminClient = ContractRouterClient<typeof contract>;

/** Through a fetch, such as the one over an owner's socket. */
export function createRemoteClient(fetch: Fetch): AdminClient {
  // The host is a name only: the fetch decides where requests go.
  const link = new RPCLink({ url: `http://workbench${rpcPath}`, fetch, interceptors: [translateErrors] });
  return createORPCClient(link);
}

/** Without any transport, over a core in this process. */
export function createLocalClient(context: RouteContext): AdminClient {
  return createRouterClient(router, { context, interceptors: [translateErrors] });
}

async function translateErrors<T>({ next }: { next: () => Promise<T> }): Promise<T> {
  try {
    return await next();
  } catch (error) {
    throw fromWireError(error);
  }
}
