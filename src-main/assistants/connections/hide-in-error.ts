import { AppError } from '../../../src-shared/errors/app-error.ts';

/** The same failure with every text in it as `hide` leaves it: a server may repeat a key that it was sent. */
export function hideInError(error: AppError, hide: (text: string) => string): AppError {
  const details = Object.fromEntries(
    Object.entries(error.details).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value]),
  );
  return new AppError(error.code, hide(error.message), { details });
}
