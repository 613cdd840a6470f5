import { readFileSync } from 'node:fs';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { checkPrivate } from './check-private.ts';

/** What stands in the file, without the end of its line. */
export function readPassphraseFile(path: string): string {
  try {
    checkPrivate(path);
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new AppError(
      'invalid_arguments',
      `The passphrase file ${path} cannot be read (${code ?? 'unknown reason'}).`,
    );
  }
}
