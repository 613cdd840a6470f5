/**
 * The closed list of expected failures. A code says what kind of thing went wrong; the message is a sentence that says
 * what to do. HTTP statuses, tool results and exit codes are derived from the code in exactly one place each.
 */
export const errorCodes = [
  'invalid_arguments',
  'not_found',
  'not_allowed',
  'insufficient_scope',
  'unauthorized',
  'conflict',
  'too_large',
  'owned_elsewhere',
  'port_in_use',
  'folder_not_writable',
  'disk_full',
  'newer_database',
  'damaged_database',
  'busy',
  'rate_limited',
  'connection_failed',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }
}
