import { implement, ORPCError, ValidationError } from '@orpc/server';
import { toWireError } from '../../src-shared/api/wire-error.ts';
import { contract } from '../../src-shared/api/contract.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Log } from '../ports.ts';
import type { RouteContext } from './route-context.ts';

/** What routes are made with. Whatever one of them throws is translated here, and nowhere else on this side. */
export const os = implement(contract)
  .$context<RouteContext>()
  .use(async ({ context, next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw toWireError(toAppError(error, path.join('.'), context.core.ports.log));
    }
  });

function toAppError(error: unknown, call: string, log: Log): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    return new AppError('invalid_arguments', describe(error.cause, call), { cause: error });
  }
  log.error('A call through the admin door failed unexpectedly.', { call, error });
  return new AppError('internal', `${call} failed because of a fault in the workbench. The log says more.`, {
    cause: error,
  });
}

function describe({ issues }: ValidationError, call: string): string {
  const what = issues.map(({ path = [], message }) => {
    const names = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
    return names.length === 0 ? message : `${names.join('.')}: ${message}`;
  });
  return `${call} was not given what it needs. ${what.join('; ')}.`;
}
