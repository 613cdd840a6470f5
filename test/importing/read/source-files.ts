import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileFormat } from '../../../src-main/importing/read/file-format.ts';
import { inspectFile } from '../../../src-main/importing/read/inspect-file.ts';
import { openRows } from '../../../src-main/importing/read/open-rows.ts';
import type { ReadOptions, SourceRow } from '../../../src-main/importing/read/source-row.ts';

/** A folder for the files that a test makes. */
export function createSourceFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'source-files-'));
  let made = 0;
  return {
    write(content: string | Uint8Array, name = 'file'): string {
      const path = join(folder, `${++made}-${name}`);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Everything a file holds, read as it was found to be, or with some of that changed. */
export async function readAll(path: string, change: Partial<FileFormat> = {}, options: ReadOptions = {}) {
  const format = { ...(await inspectFile(path)), ...change };
  const rows = await collect(openRows(path, format, options));
  return { format, rows, values: rows.flatMap((row) => (row.values === undefined ? [] : [row.values])) };
}

export async function collect(rows: AsyncIterable<SourceRow>): Promise<SourceRow[]> {
  const all: SourceRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const windows1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (character, byte) => [character, byte],
  ),
);

/** Text with a question mark for every letter that Windows-1252 does not have. */
export const asWindows1252 = (text: string) =>
  Array.from(text, (character) => (windows1252.has(character) ? character : '?')).join('');

/** Text as bytes. */
export const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'windows-1252': (text: string) => Buffer.from([...text].map((character) => windows1252.get(character) ?? 0x3f)),
} as const;

export async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer, void> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
