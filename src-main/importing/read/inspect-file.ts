import { basename } from 'node:path';
import { detectEncoding } from './detect-encoding.ts';
import type { Encoding, FileFormat } from './file-format.ts';
import { fileRefusal } from './file-refusal.ts';
import { findMojibake } from './find-mojibake.ts';
import { gunzip } from './gunzip.ts';
import { SAMPLE_BYTES } from './limits.ts';
import { lookAtJson } from './look-at-json.ts';
import { readBytes } from './read-bytes.ts';
import { isGzip, isZip, refuseForeign, refuseText } from './refuse-foreign.ts';
import { scanTable } from './scan-table.ts';
import { listSheets } from './workbook/list-sheets.ts';

/**
 * Looks at the first 256 KiB of what a file holds and says how to read it. Refuses what is no table or list of values.
 * `name` is what the person calls the file, where its path does not say.
 */
export async function inspectFile(path: string, name: string = basename(path)): Promise<FileFormat> {
  const packed = await readSample(readBytes(path));
  refuseForeign(packed.bytes);
  if (isZip(packed.bytes)) return inspectWorkbook(path);

  const gzipped = isGzip(packed.bytes);
  const { bytes, complete } = gzipped ? await readSample(gunzip(readBytes(path))) : packed;
  if (bytes.length === 0) throw fileRefusal('The gzip file is empty.');
  if (gzipped) refuseForeign(bytes);
  if (gzipped && isZip(bytes)) throw fileRefusal('This is a gzip file with a ZIP or XLSX file in it. Unpack it first.');
  return inspectText(bytes, complete, gzipped, name.replace(/\.gz$/i, ''));
}

function inspectText(bytes: Buffer, complete: boolean, gzipped: boolean, name: string): FileFormat {
  const { encoding, remarks } = detectEncoding(bytes, complete);
  const sample = decodeSample(bytes, encoding);
  refuseText(sample);
  const spoilt = encoding === 'windows-1252' ? undefined : findMojibake(sample);
  const found = {
    gzipped,
    encoding,
    sheets: [],
    sheet: null,
    remarks: spoilt === undefined ? remarks : [...remarks, spoilt],
  };
  const json = lookAtJson(sample, name, complete);
  if (json !== undefined) return { ...found, ...json, delimiter: null };
  return { ...found, kind: 'csv', rowsAt: null, ...scanTable(sample) };
}

async function inspectWorkbook(path: string): Promise<FileFormat> {
  const { sheets, shown } = await listSheets(path);
  return {
    kind: 'xlsx',
    gzipped: false,
    encoding: 'utf-8',
    delimiter: null,
    lineEnd: null,
    rowsAt: null,
    sheets,
    sheet: shown,
    remarks: sheets.length > 1 ? [`The workbook has ${sheets.length} sheets; one is read at a time.`] : [],
  };
}

async function readSample(chunks: AsyncIterable<Buffer>): Promise<{ bytes: Buffer; complete: boolean }> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > SAMPLE_BYTES) return { bytes: Buffer.concat(parts).subarray(0, SAMPLE_BYTES), complete: false };
  }
  return { bytes: Buffer.concat(parts), complete: true };
}

/** What cannot be decoded is replaced: reading the file will name the byte. A byte order mark is left out. */
const decodeSample = (bytes: Buffer, encoding: Encoding) => new TextDecoder(encoding).decode(bytes);
