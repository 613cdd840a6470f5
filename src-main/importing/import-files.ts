import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { UploadedFile } from '../../src-shared/api/imports.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Ports } from '../ports.ts';

const day = 86_400_000;
const isUuid = /^[0-9a-f-]{36}$/;
const longestName = 200;
/** Behind the name of a file that has not arrived whole. */
const unfinished = '.part';

export interface ImportFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

export interface ImportFiles {
  /** Keeps what a page sends, for a day at most. */
  receive(name: string, body: ReadableStream<Uint8Array>): Promise<UploadedFile>;
  find(file: string): Promise<ImportFile>;
  /** A file of this machine that a command names. */
  open(path: string): Promise<ImportFile>;
  remove(path: string): Promise<void>;
  /** Takes away what was kept for long enough, and what an earlier process did not get whole. */
  tidy(): Promise<void>;
}

/** The files that pages have sent, in a folder of their own that only this account can read. */
export function createImportFiles(folder: string, ports: Pick<Ports, 'now' | 'uuid'>): ImportFiles {
  const place = join(folder, 'import-files');
  const names = new Map<string, string>();

  const arriving = new Set<string>();

  const isOver = async (file: string): Promise<boolean> => {
    if (file.endsWith(unfinished)) return !arriving.has(file);
    // Another upload may have taken it away just now.
    const found = await stat(join(place, file)).catch(() => undefined);
    return found !== undefined && ports.now() - found.mtimeMs > day;
  };
  const tidy = async (): Promise<void> => {
    for (const file of existsSync(place) ? await readdir(place) : []) {
      if (await isOver(file)) await rm(join(place, file), { force: true });
    }
  };

  return {
    async receive(name, body) {
      await mkdir(place, { recursive: true, mode: 0o700 });
      await chmod(place, 0o700);
      await tidy();
      const file = ports.uuid();
      const part = `${file}${unfinished}`;
      arriving.add(part);
      try {
        await pipeline(
          Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
          createWriteStream(join(place, part), { mode: 0o600 }),
        );
        await rename(join(place, part), join(place, file));
      } catch (error) {
        await rm(join(place, part), { force: true });
        throw explain(error);
      } finally {
        arriving.delete(part);
      }
      const { size } = await stat(join(place, file));
      const kept = cleanName(name);
      names.set(file, kept);
      return { file, name: kept, bytes: size };
    },
    async find(file) {
      const path = join(place, isUuid.test(file) ? file : 'none');
      const found = await stat(path).catch(() => undefined);
      if (found === undefined) {
        throw new AppError(
          'not_found',
          'The file is no longer here: files are kept for a day, and until they are imported. Choose it again.',
        );
      }
      return { path, name: names.get(file) ?? 'import', bytes: found.size };
    },
    async open(path) {
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || !found.isFile()) {
        throw new AppError('not_found', `There is no file ${path} that can be read.`);
      }
      return { path, name: basename(path), bytes: found.size };
    },
    /** Only what a page has sent; a command's file is its own. */
    remove: async (path) => (path.startsWith(place) ? rm(path, { force: true }) : undefined),
    tidy,
  };
}

function explain(cause: unknown): AppError {
  if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') {
    const sentence = 'The disk is full, so the file was not kept. Free some space and send it again.';
    return new AppError('disk_full', sentence, { cause });
  }
  return new AppError('invalid_arguments', 'The file did not arrive whole. Send it again.', { cause });
}

/** A name as people see it; what is kept is found by its id alone, so the name leads nowhere. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(-longestName) || 'import'
  );
}
