import yauzl, { type Entry } from 'yauzl';
import { AppError } from '../../../../src-shared/errors/app-error.ts';
import { fileRefusal } from '../file-refusal.ts';
import { checkFile, assertUnchanged } from '../read-bytes.ts';

const MAX_PARTS = 10_000;
/** Parts of which everything is kept: shared texts, styles, the list of sheets. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;
const MAX_SHEET_BYTES = 2 * 1024 * 1024 * 1024;
/** Sheets of real exports shrink ten to forty times. */
const MAX_RATIO = 200;

const damaged = (error: unknown): unknown =>
  error instanceof AppError
    ? error
    : fileRefusal(
        'The XLSX file is damaged or cut off. Open it in a spreadsheet program, save it again and choose that file.',
        {},
        error,
      );

/**
 * The parts of a workbook. No part is unpacked beyond the size that the package declares for it, and what declares too
 * much is refused.
 */
export async function openPackage(path: string) {
  const before = await checkFile(path);
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw damaged(error);
  });

  const parts = new Map<string, Entry>();
  try {
    if (zip.entryCount > MAX_PARTS) throw fileRefusal(`The XLSX file has ${zip.entryCount} parts, which is too many.`);
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry);
  } catch (error) {
    zip.close();
    throw damaged(error);
  }

  /** The bytes of a part, and how much of it is packed into one of them. */
  async function* readEntry(entry: Entry): AsyncGenerator<Buffer, void> {
    try {
      const stream = await zip.openReadStreamPromise(entry);
      yield* stream as AsyncIterable<Buffer>;
    } catch (error) {
      throw damaged(error);
    }
  }

  return {
    bytes: Number(before.size),
    has: (name: string) => parts.has(name.toLowerCase()),

    /** A part that is kept as a whole; one that is not there is empty. */
    async *readKept(name: string): AsyncGenerator<Buffer, void> {
      const entry = parts.get(name.toLowerCase());
      if (entry === undefined) return;
      if (entry.uncompressedSize > MAX_KEPT_BYTES) {
        throw fileRefusal(
          'The texts of this workbook take more than 64 MiB, too much to hold in memory. Save the sheet as CSV and import that.',
        );
      }
      yield* readEntry(entry);
    },

    /** A part of any size, read once from start to end. */
    async *readSheet(name: string): AsyncGenerator<{ chunk: Buffer; share: number }, void> {
      const entry = parts.get(name.toLowerCase());
      if (entry === undefined) throw fileRefusal('The XLSX file lacks the sheet that it lists. Save it again.');
      const size = entry.uncompressedSize;
      if (size > MAX_SHEET_BYTES) {
        throw fileRefusal('The sheet is larger than 2 GiB when unpacked. Save it as CSV and import that.');
      }
      if (size > MAX_KEPT_BYTES && size > entry.compressedSize * MAX_RATIO) {
        throw fileRefusal(
          `The sheet unpacks to more than ${MAX_RATIO} times its size, as no real sheet does. Save it as CSV and import that.`,
        );
      }
      let read = 0;
      for await (const chunk of readEntry(entry)) {
        assertUnchanged(before, await checkFile(path));
        read += chunk.length;
        yield { chunk, share: size === 0 ? 1 : read / size };
      }
      assertUnchanged(before, await checkFile(path));
    },

    close: () => zip.close(),
  };
}

export type WorkbookPackage = Awaited<ReturnType<typeof openPackage>>;
