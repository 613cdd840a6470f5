import Sqlite from 'better-sqlite3';
import { AppError } from '../../src-shared/errors/app-error.ts';

/** Turns what SQLite reports about the disk or the file into a sentence to act on; anything else comes back unchanged. */
export function translateSqliteError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const is = (prefix: string): boolean => error.code === prefix || error.code.startsWith(`${prefix}_`);
  if (is('SQLITE_FULL')) {
    return new AppError('disk_full', 'The disk is full, so nothing was saved. Free some space and try again.', {
      cause: error,
    });
  }
  if (is('SQLITE_READONLY') || is('SQLITE_CANTOPEN') || is('SQLITE_PERM')) {
    return new AppError(
      'folder_not_writable',
      'The data folder cannot be written. Give this account write access to it, or choose another with --data-dir.',
      { cause: error },
    );
  }
  if (is('SQLITE_NOTADB') || is('SQLITE_CORRUPT')) {
    return new AppError(
      'damaged_database',
      'The database file is damaged or is not a workbench database. Restore a backup from the data folder.',
      { cause: error },
    );
  }
  return error;
}
