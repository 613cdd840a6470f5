import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { checkPrivate } from './check-private.ts';
import type { DataKeeper } from './data-keeper.ts';

const fileName = 'secret.key';
const keyBytes = 32;

/** Keeps the data key in a file beside the database, which this account alone may read. */
export function createKeyFileKeeper(folder: string): DataKeeper {
  const path = join(folder, fileName);
  return {
    kind: 'key-file',
    keep(fresh) {
      const there = readKeyFile(path);
      if (there === undefined) writeKeyFile(path, fresh);
      return { key: there ?? fresh, kept: '' };
    },
    open() {
      const key = readKeyFile(path);
      if (key !== undefined) return key;
      throw new AppError('conflict', `It is locked with the key file ${path}, which is not there any more.`);
    },
  };
}

function readKeyFile(path: string): Buffer | undefined {
  let text: string;
  try {
    checkPrivate(path);
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new AppError('conflict', `The key file ${path} cannot be read (${code ?? 'unknown reason'}).`);
  }
  const key = Buffer.from(text, 'base64url');
  if (key.length === keyBytes) return key;
  throw new AppError('conflict', `The key file ${path} is damaged: it does not hold a key. Put the right one back.`);
}

/** Either the whole file is there afterwards or none, and one that is there is never replaced. */
function writeKeyFile(path: string, key: Buffer): void {
  const draft = `${path}.new`;
  try {
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, `${key.toString('base64url')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new AppError('folder_not_writable', `The key file ${path} cannot be written (${code ?? 'unknown reason'}).`);
  } finally {
    rmSync(draft, { force: true });
  }
}
