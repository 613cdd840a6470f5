import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { fromWireError } from '../../src-shared/api/wire-error.ts';
import type { contract } from '../../src-shared/api/contract.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { isAttended } from './attendance.ts';
import { useConnection } from './connection.ts';
import { isUnreachable } from './is-unreachable.ts';
import { sessionHeaders } from './session.ts';

const link = new RPCLink({
  url: `${location.origin}/rpc`,
  headers: () => ({ ...sessionHeaders(), ...(!isAttended() && { 'x-workbench-unattended': '1' }) }),
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        const known = fromWireError(error);
        if (known instanceof AppError && known.code === 'unauthorized') useConnection.getState().lose('signed-out');
        if (isUnreachable(known)) useConnection.getState().lose('reconnecting');
        throw known;
      }
    },
  ],
});

/** The core's typed calls. They throw `AppError`, or whatever fetch throws when the core cannot be reached. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link);

/** The same calls as options of queries and mutations. */
export const api = createTanstackQueryUtils(client);
