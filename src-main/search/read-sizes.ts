import type { IndexTable } from './kinds.ts';
import type { Statements } from './statements.ts';

/** How many words a record has. */
export interface Sizes {
  readonly title: number;
  readonly all: number;
}

/**
 * What the index has counted of the records, which is far less to read than the records are. FTS5 keeps a row for each in
 * its docsize table: a variable-length integer for each column, the title first (https://sqlite.org/fts5.html, "The
 * docsize Table").
 */
export function readSizes({ name }: IndexTable, ids: readonly number[], statements: Statements): Map<number, Sizes> {
  const [row] = statements.rows<[string, string]>(
    `SELECT json_group_array(id), json_group_array(hex(sz)) FROM ${name}_docsize
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const [found, blobs] = (row ?? ['[]', '[]']).map((each) => JSON.parse(each) as unknown) as [number[], string[]];
  return new Map(found.map((id, at) => [id, readBlob(blobs[at] ?? '')]));
}

function readBlob(hex: string): Sizes {
  let [title, all, number, column] = [0, 0, 0, 0];
  for (let at = 0; at < hex.length; at += 2) {
    const byte = Number.parseInt(hex.slice(at, at + 2), 16);
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    if (column === 0) title = number;
    all += number;
    column += 1;
    number = 0;
  }
  return { title, all };
}
