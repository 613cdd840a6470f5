import { fileRefusal } from './file-refusal.ts';
import { MAX_COLUMNS } from './limits.ts';

const MAX_NAME = 200;

/** The names of a table's columns: blank ones become `Column 3`, and one that is there already gets ` (2)`. */
export function nameColumns(header: readonly string[]): string[] {
  if (header.length > MAX_COLUMNS) {
    throw fileRefusal(`The first row has ${header.length} columns, more than the ${MAX_COLUMNS} a table may have.`, {
      row: 1,
    });
  }
  const names = new Set<string>();
  return header.map((cell, index) => {
    const text = cell.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
    // A property of this name would replace the row's prototype.
    const wanted = text === '' || text === '__proto__' ? `Column ${index + 1}` : text;
    let name = wanted;
    for (let copy = 2; names.has(name); copy++) name = `${wanted} (${copy})`;
    names.add(name);
    return name;
  });
}
