import { AppError } from '../../../src-shared/errors/app-error.ts';

/** The error for a file whose content cannot be read any further; `details` says where. */
export const fileRefusal = (
  message: string,
  details: { readonly row?: number; readonly byte?: number } = {},
  cause?: unknown,
): AppError => new AppError('invalid_arguments', message, { details, cause });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read by this account.',
  EPERM: 'The file may not be read by this account.',
};

/** What an error of the file system says to a person; anything else passes through as it is. */
export function describeFileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (!('syscall' in error)) return error;
  const code = error.code === 'ENOENT' ? 'not_found' : error.code === 'EACCES' ? 'not_allowed' : 'invalid_arguments';
  return new AppError(code, reasons[error.code] ?? `The file cannot be read (${error.code}).`, { cause: error });
}
