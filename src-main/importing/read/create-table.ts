import { MAX_CELL_CHARACTERS, cellTooLong } from './limits.ts';
import { nameColumns } from './name-columns.ts';
import type { SourceRow } from './source-row.ts';

/**
 * Makes rows of the cells under a header; a row without any text is undefined. Cells that are missing or too many make
 * a row unusable, unless only blanks at its end differ: guessing which cell is missing would put text into wrong fields.
 */
export function createTable(header: readonly string[], missing: 'blank' | 'problem') {
  const columns = nameColumns(header);
  const needed = missing === 'blank' ? 0 : lastFilled(header) + 1;

  return {
    toRow(number: number, cells: readonly (string | undefined)[]): SourceRow | undefined {
      const last = lastFilled(cells);
      if (last === -1) return undefined;
      if (last >= columns.length) {
        const problem = `This row has text in column ${last + 1}, but the header has ${columns.length} columns.`;
        return { number, problem };
      }
      if (cells.length < needed) {
        const problem = `This row has ${cells.length} cells, but the header has ${columns.length} columns.`;
        return { number, problem };
      }
      const values: Record<string, string> = {};
      // By index: this is the innermost loop of every import of a table.
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index] ?? '';
        const text = cells[index] ?? '';
        if (text.length > MAX_CELL_CHARACTERS) return { number, problem: cellTooLong(column) };
        values[column] = text;
      }
      return { number, values };
    },
  };
}

function lastFilled(cells: readonly (string | undefined)[]): number {
  let last = cells.length - 1;
  while (last >= 0 && isBlank(cells[last])) last--;
  return last;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === '';
}
