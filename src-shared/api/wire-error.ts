import { ORPCError } from '@orpc/contract';
import { AppError, type ErrorCode, errorCodes } from '../errors/app-error.ts';

/** The one place where a code becomes an HTTP status of the admin door. */
export const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid_arguments: 400,
  unauthorized: 401,
  not_allowed: 403,
  insufficient_scope: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  owned_elsewhere: 423,
  rate_limited: 429,
  connection_failed: 502,
  busy: 503,
  port_in_use: 503,
  folder_not_writable: 507,
  disk_full: 507,
  newer_database: 500,
  damaged_database: 500,
  internal: 500,
};

export function toWireError({ code, message, details: data, cause }: AppError) {
  return new ORPCError(code, { status: statuses[code], message, data, cause });
}

/** The other direction; anything that is not one of ours comes back unchanged. */
export function fromWireError(error: unknown): unknown {
  if (!(error instanceof ORPCError) || !isErrorCode(error.code)) return error;
  const data: unknown = error.data;
  return new AppError(error.code, error.message, { cause: error, ...(isDetails(data) && { details: data }) });
}

function isErrorCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code);
}

function isDetails(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
