import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { describeFileError, fileRefusal } from './file-refusal.ts';
import type { ReadOptions } from './source-row.ts';

const CHUNK_BYTES = 64 * 1024;

/** The bytes of a file as they are on the disk; ends with an error when the file changes meanwhile. */
export async function* readBytes(path: string, options: ReadOptions = {}): AsyncGenerator<Buffer, void> {
  const before = await checkFile(path);
  const file = await open(path).catch((error: unknown) => {
    throw describeFileError(error);
  });
  try {
    let at = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, at);
      assertUnchanged(before, await file.stat({ bigint: true }));
      if (bytesRead === 0) break;
      at += bytesRead;
      options.onBytes?.(at);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Asked by name before it is opened: opening a pipe would wait for whoever writes into it. */
export async function checkFile(path: string): Promise<BigIntStats> {
  const found = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw describeFileError(error);
  });
  if (!found.isFile()) throw fileRefusal('This is not a file. Choose a file with rows in it.');
  if (found.size === 0n) throw fileRefusal('The file is empty.');
  return found;
}

export function assertUnchanged(before: BigIntStats, now: BigIntStats): void {
  if (before.size === now.size && before.mtimeNs === now.mtimeNs && before.ino === now.ino) return;
  throw new AppError(
    'conflict',
    'The file changed while it was read. Import it again when nothing writes to it any more.',
  );
}
