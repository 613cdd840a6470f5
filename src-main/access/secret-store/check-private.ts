import { lstatSync } from 'node:fs';
import { AppError } from '../../../src-shared/errors/app-error.ts';

/** What others could read or replace protects nothing, and using it would hide that. Throws where it is so. */
export function checkPrivate(path: string): void {
  const file = lstatSync(path);
  if (!file.isFile()) throw new AppError('conflict', `${path} must be a file, and no link to one.`);
  if (process.platform === 'win32') return;
  if (file.uid !== process.getuid?.()) {
    throw new AppError('conflict', `The file ${path} belongs to another account, so it is not used.`);
  }
  if ((file.mode & 0o077) !== 0) {
    const sentence = `Other accounts may read or change ${path}, so it is not used. Run "chmod 600" on it.`;
    throw new AppError('conflict', sentence);
  }
}
