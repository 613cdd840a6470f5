import { createTable } from '../create-table.ts';
import type { FileFormat } from '../file-format.ts';
import { fileRefusal } from '../file-refusal.ts';
import type { ReadOptions, SourceRow } from '../source-row.ts';
import { createSheetReader, type SheetRow } from './create-sheet-reader.ts';
import { findParts } from './find-parts.ts';
import { openPackage } from './open-package.ts';
import { readSharedTexts } from './read-shared-texts.ts';
import { readStyles } from './read-styles.ts';

/** The rows of one sheet. Only the texts that cells share are held in memory, at most 64 MiB of them. */
export async function* readWorkbook(
  path: string,
  format: FileFormat,
  { signal, onBytes }: ReadOptions = {},
): AsyncGenerator<SourceRow, void> {
  signal?.throwIfAborted();
  const workbook = await openPackage(path);
  try {
    const { sheets, sharedStrings, styles, from1904 } = await findParts(workbook);
    const sheet = format.sheet === null ? sheets[0] : sheets.find(({ name }) => name === format.sheet);
    if (sheet === undefined) throw fileRefusal(`The workbook has no sheet named “${format.sheet}”.`);
    const reader = createSheetReader({
      texts: sharedStrings === undefined ? [] : await readSharedTexts(workbook.readKept(sharedStrings)),
      styles: styles === undefined ? [] : await readStyles(workbook.readKept(styles)),
      from1904,
    });
    const rows = createRows();
    for await (const { chunk, share } of workbook.readSheet(sheet.path)) {
      signal?.throwIfAborted();
      onBytes?.(Math.round(share * workbook.bytes));
      yield* rows.take(reader.push(chunk));
    }
    yield* rows.take(reader.end());
  } finally {
    workbook.close();
  }
}

function createRows() {
  let table: ReturnType<typeof createTable> | undefined;
  return {
    *take(read: readonly SheetRow[]): Generator<SourceRow, void> {
      for (const { number, cells, problem } of read) {
        if (table !== undefined && problem !== undefined) yield { number, problem };
        else if (table !== undefined) {
          const row = table.toRow(number, cells);
          if (row !== undefined) yield row;
        } else if (problem !== undefined) {
          throw fileRefusal(`The header in row ${number} cannot be read. ${problem}`, { row: number });
        } else if (cells.some((cell) => cell !== undefined && cell.trim() !== '')) {
          table = createTable(
            Array.from(cells, (cell) => cell ?? ''),
            'blank',
          );
        }
      }
    },
  };
}
