/** How much of a file is looked at to find out what it is. */
export const SAMPLE_BYTES = 256 * 1024;

export const MAX_CELL_CHARACTERS = 1_000_000;
export const MAX_ROW_BYTES = 8 * 1024 * 1024;
/** What a workbook's sheet can have. */
export const MAX_COLUMNS = 16_384;
/** Far beyond what exports hold, and low enough that walking a value cannot exhaust the stack. */
export const MAX_DEPTH = 200;

const count = new Intl.NumberFormat('en-GB');

export const cellTooLong = (column: string) =>
  `The text in “${column}” has more than ${count.format(MAX_CELL_CHARACTERS)} characters.`;

export const rowTooLong = 'This row is larger than 8 MiB.';
