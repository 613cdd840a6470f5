import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { createTable } from './create-table.ts';
import type { FileFormat, LineEnd } from './file-format.ts';
import { fileRefusal } from './file-refusal.ts';
import { MAX_ROW_BYTES } from './limits.ts';
import type { SourceRow } from './source-row.ts';

/** A CR alone ends a row only where it does so throughout: elsewhere it is text that someone pasted into a cell. */
const rowEnds: Readonly<Record<LineEnd, string[]>> = {
  lf: ['\r\n', '\n'],
  crlf: ['\r\n', '\n'],
  cr: ['\r'],
  mixed: ['\r\n', '\n', '\r'],
};

interface CsvRecord {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows of UTF-8 text. Quotes inside a cell that was not opened by one are text. */
export async function* readCsv(chunks: AsyncIterable<Buffer>, format: FileFormat): AsyncGenerator<SourceRow, void> {
  let table: ReturnType<typeof createTable> | undefined;
  for await (const { number, cells } of readRecords(chunks, format)) {
    // Excel's own first line, which tells the delimiter.
    if (table === undefined && /^sep=.?$/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === ''))
      continue;
    if (table === undefined) {
      table = createTable(cells, 'problem');
      continue;
    }
    const row = table.toRow(number, cells);
    if (row !== undefined) yield row;
  }
}

async function* readRecords(chunks: AsyncIterable<Buffer>, format: FileFormat): AsyncGenerator<CsvRecord, void> {
  let records: CsvRecord[] = [];
  let last = 0;
  const parser = parse({
    delimiter: format.delimiter ?? ',',
    record_delimiter: rowEnds[format.lineEnd ?? 'lf'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Taken as they are parsed, a chunk at a time: reading them one by one through a stream costs more than parsing.
    on_record(cells: string[], info) {
      last = info.records + info.empty_lines;
      records.push({ number: last, cells });
      return undefined;
    },
  });
  let failure: unknown;
  parser.on('error', (error) => (failure = error));
  const settle = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => start(resolve)).then(() => {
      if (failure !== undefined) throw describe(failure, last + 1);
    });

  let open = 0;
  for await (const chunk of inTurns(chunks)) {
    await settle((done) => parser.write(chunk, () => done()));
    open = records.length === 0 ? open + chunk.length : 0;
    if (open > MAX_ROW_BYTES) throw endlessRow(last + 1);
    const read = records;
    records = [];
    yield* read;
  }
  await settle((done) => parser.on('error', done).end(() => done()));
  yield* records;
}

/** How much is parsed before everything else in the process has its turn: a millisecond or two. */
const TURN_BYTES = 16 * 1024;

async function* inTurns(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += TURN_BYTES) {
      yield chunk.subarray(from, from + TURN_BYTES);
      await nextTurn();
    }
  }
}

const unclosed = 'Most often a quote that opens a cell of it is never closed.';

const endlessRow = (row: number) =>
  fileRefusal(`Row ${row} is larger than 8 MiB, so the file was not read further. ${unclosed}`, { row });

function describe(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? `The file ends inside row ${row}. The file is cut off, or a quote that opens a cell of that row is never closed.`
      : `Row ${row} cannot be read: ${error.message}.`;
  return fileRefusal(message, { row }, error);
}
