import type { IndexTable } from './kinds.ts';
import type { Statements } from './statements.ts';
import { readVarints } from './varints.ts';

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
  const columns = readVarints(Buffer.from(hex, 'hex'));
  return { title: columns[0] ?? 0, all: columns.reduce((sum, each) => sum + each, 0) };
}
