import type { IndexTable } from './kinds.ts';
import type { Statements } from './statements.ts';
import { readVarints } from './varints.ts';

/** How many words a record has. */
export interface Sizes {
  readonly title: number;
  readonly all: number;
}

/**
 * What the index has counted of the records, in the order of the ids, which is far less to read than the records are;
 * undefined for a record that the index lacks. FTS5 keeps a row for each in its docsize table: a variable-length integer
 * for each column, the title first (https://sqlite.org/fts5.html, "The docsize Table").
 */
export function readSizes(
  { name }: IndexTable,
  ids: readonly number[],
  statements: Statements,
): readonly (Sizes | undefined)[] {
  const blobs = statements.column<string>(
    `SELECT hex(z.sz) FROM json_each(?) j LEFT JOIN ${name}_docsize z ON z.id = j.value`,
    JSON.stringify(ids),
  );
  return blobs.map((blob) => (blob === '' ? undefined : readBlob(blob)));
}

function readBlob(hex: string): Sizes {
  const columns = readVarints(Buffer.from(hex, 'hex'));
  return { title: columns[0] ?? 0, all: columns.reduce((sum, each) => sum + each, 0) };
}
