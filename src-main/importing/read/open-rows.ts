import type { FileFormat } from './file-format.ts';
import { gunzip } from './gunzip.ts';
import { readBytes } from './read-bytes.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readJson } from './read-json.ts';
import type { ReadOptions, SourceRow } from './source-row.ts';
import { toUtf8 } from './to-utf8.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/**
 * The rows of a file, in order, read as they are asked for: memory does not grow with the file. Ends with an AppError
 * that names the row or byte where the file cannot be read further, or with the signal's reason.
 */
export function openRows(path: string, format: FileFormat, options: ReadOptions = {}): AsyncIterable<SourceRow> {
  if (format.kind === 'xlsx') return readWorkbook(path, format, options);
  const bytes = readBytes(path, options);
  const text = toUtf8(format.gzipped ? gunzip(bytes) : bytes, format.encoding);
  if (format.kind === 'csv') return readCsv(text, format);
  if (format.kind === 'jsonl') return readJsonLines(text, format.lineEnd);
  return readJson(text, format.rowsAt ?? { at: 'root' });
}
