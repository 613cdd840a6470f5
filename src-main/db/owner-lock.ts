import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { makeFolder } from './make-folder.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export interface OwnerLock {
  release(): void;
}

/**
 * Makes this process the owner of a data folder, creating the folder when missing. The lock is SQLite's own on a file
 * beside the database, so the kernel frees it however the process ends. Throws `owned_elsewhere` when another holds it.
 */
export function acquireOwnerLock(folder: string): OwnerLock {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new AppError(
      'folder_not_writable',
      `The data folder ${folder} cannot be created. Choose another with --data-dir.`,
      { cause: error },
    );
  }
  try {
    const lock = new Sqlite(join(folder, 'owner.lock'), { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return { release: () => lock.close() };
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'owned_elsewhere',
        `Another workbench is using the data folder ${folder}. Stop it, or choose another folder with --data-dir.`,
        { cause: error },
      );
    }
    throw translateSqliteError(error);
  }
}
