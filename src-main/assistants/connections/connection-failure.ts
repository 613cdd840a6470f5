import { AppError } from '../../../src-shared/errors/app-error.ts';

/** What may go wrong between the workbench and a model's server. */
export type FailureReason =
  | 'key-missing'
  | 'key-refused'
  | 'not-permitted'
  | 'no-such-model'
  | 'not-responses-api'
  | 'redirected'
  | 'unreachable'
  | 'timeout'
  | 'rate-limited'
  | 'no-credit'
  | 'refused'
  | 'server-fault'
  | 'malformed'
  | 'cut'
  | 'too-large';

export interface FailureDetails {
  /** The HTTP status, where a reply came. */
  readonly status?: number | undefined;
  /** The server's own code for it. */
  readonly code?: string | undefined;
  /** What the server said, as it said it, without the key. */
  readonly technical?: string | undefined;
  /** After how many seconds the server wants to be asked again. */
  readonly retryAfter?: number | undefined;
}

export function connectionFailure(reason: FailureReason, message: string, details: FailureDetails = {}): AppError {
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  return new AppError('connection_failed', message, { details: { reason, ...known } });
}

export function isConnectionFailure(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'connection_failed';
}
