import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROW_BYTES, rowTooLong } from '../limits.ts';
import { createXmlReader } from './create-xml-reader.ts';
import { readEscapes } from './read-escapes.ts';
import type { NumberStyle } from './read-styles.ts';
import { showNumber } from './show-number.ts';

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (string | undefined)[];
  readonly problem: string | undefined;
}

export interface SheetContext {
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

/** The rows of a sheet as its XML arrives. Formulas are passed over: a cell has the result that was saved with it. */
export function createSheetReader({ texts, styles, from1904 }: SheetContext) {
  let rows: SheetRow[] = [];
  let number = 0;
  let cells: (string | undefined)[] = [];
  let size = 0;
  let problem: string | undefined;

  let column = -1;
  let type = '';
  let style: NumberStyle = 'plain';
  let text = '';
  let hasFormula = false;
  let hasValue = false;
  let reading = false;
  let phonetic = 0;

  const xml = createXmlReader({
    open(name, attributes) {
      reading = false;
      if (name === 'row') {
        const given = Number(attributes['r']);
        number = Number.isInteger(given) && given > number ? given : number + 1;
        cells = [];
        size = 0;
        problem = undefined;
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? 'n';
        style = styles[Number(attributes['s'] ?? -1)] ?? 'plain';
        text = '';
        hasFormula = hasValue = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') phonetic++;
      else if (name === 'v') reading = hasValue = true;
      else if (name === 't') reading = hasValue = phonetic === 0 || hasValue;
      if (name === 't' && phonetic > 0) reading = false;
    },
    text(part) {
      if (reading && text.length <= MAX_CELL_CHARACTERS) text += part;
    },
    close(name) {
      reading = false;
      if (name === 'rPh') phonetic--;
      if (name === 'c') closeCell();
      if (name === 'row') rows.push({ number, cells, problem });
    },
  });

  function closeCell(): void {
    if (column < 0 || column >= MAX_COLUMNS) {
      problem ??= 'This row has a cell outside the columns that a sheet may have.';
      return;
    }
    if (hasFormula && !hasValue) {
      problem ??=
        `The cell in column ${column + 1} has a formula without a saved result. ` +
        'Open the file in a spreadsheet program and save it again.';
    }
    const shown = show();
    size += shown.length;
    if (size > MAX_ROW_BYTES) {
      problem ??= rowTooLong;
      cells = [];
      return;
    }
    cells[column] = shown;
  }

  function show(): string {
    if (type === 's') return texts[Number(text)] ?? '';
    if (type === 'inlineStr' || type === 'str') return readEscapes(text);
    if (type === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
    return type === 'n' ? showNumber(text, style, from1904) : text;
  }

  function take(): readonly SheetRow[] {
    const read = rows;
    rows = [];
    return read;
  }

  return {
    /** The rows that end in this chunk. */
    push(chunk: Buffer): readonly SheetRow[] {
      xml.write(chunk);
      return take();
    },
    end(): readonly SheetRow[] {
      xml.end();
      return take();
    },
  };
}

/** The column of a cell's address, counted from 0; -1 where there is none. */
function columnOf(address: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
