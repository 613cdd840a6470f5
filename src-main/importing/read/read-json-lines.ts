import type { LineEnd } from './file-format.ts';
import { MAX_ROW_BYTES, rowTooLong } from './limits.ts';
import { parseJsonRow } from './parse-json-row.ts';
import type { SourceRow } from './source-row.ts';

/** One value per line of UTF-8 text; a line that is no object is a problem, and the next one is read all the same. */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
  lineEnd: LineEnd | null,
): AsyncGenerator<SourceRow, void> {
  const end = lineEnd === 'cr' ? 0x0d : 0x0a;
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;

  function* close(): Generator<SourceRow, void> {
    number++;
    const line = length > MAX_ROW_BYTES ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    length = 0;
    const text = line?.toString().trim();
    if (text === undefined) yield { number, problem: rowTooLong };
    else if (text !== '') yield parseJsonRow(number, text);
  }

  function add(part: Buffer): void {
    length += part.length;
    if (length > MAX_ROW_BYTES) parts = [];
    else parts.push(part);
  }

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, from)) {
      add(chunk.subarray(from, at));
      yield* close();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield* close();
}
