import { AppError, type ErrorCode } from '../../../src-shared/errors/app-error.ts';

/** What scripts can tell apart by the exit code. 0 is success, 1 a fault of ours or a doctor's finding. */
const exitCodes: Readonly<Record<ErrorCode, number>> = {
  internal: 1,
  invalid_arguments: 2,
  not_found: 3,
  not_allowed: 4,
  insufficient_scope: 4,
  unauthorized: 4,
  conflict: 5,
  too_large: 5,
  busy: 6,
  rate_limited: 6,
  owned_elsewhere: 6,
  port_in_use: 7,
  folder_not_writable: 8,
  disk_full: 8,
  newer_database: 9,
  damaged_database: 9,
  connection_failed: 10,
};

/** A command line that cannot be understood. */
export const usageExitCode = 2;

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
}

/** The one place where an error becomes what the command line says. Undefined details mean that it was expected. */
export function describeFailure(error: unknown): Failure & { readonly unexpected?: unknown } {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, exitCode: exitCodes[error.code] };
  }
  const message =
    'The command failed because of a fault in the workbench. What happened stands in the log on the standard error stream.';
  return { code: 'internal', message, exitCode: exitCodes.internal, unexpected: error };
}
