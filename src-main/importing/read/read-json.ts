import type { RowsAt } from './file-format.ts';
import { rowTooLong } from './limits.ts';
import { parseJsonRow } from './parse-json-row.ts';
import { createJsonSlicer } from './slice-json.ts';
import type { SourceRow } from './source-row.ts';

/** Rows of one JSON document, as UTF-8 text. */
export async function* readJson(chunks: AsyncIterable<Buffer>, rowsAt: RowsAt): AsyncGenerator<SourceRow, void> {
  const slicer = createJsonSlicer(rowsAt);
  let number = 0;

  const toRow = (slice: Buffer | undefined): SourceRow => {
    number++;
    return slice === undefined ? { number, problem: rowTooLong } : parseJsonRow(number, slice.toString());
  };

  for await (const chunk of chunks) {
    for (const slice of slicer.push(chunk)) yield toRow(slice);
  }
  for (const slice of slicer.end()) yield toRow(slice);
}
