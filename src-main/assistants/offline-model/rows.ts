export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first list of records in a result, with its name; lists that a record has are not looked for. */
export function findList(value: unknown): { readonly name: string; readonly rows: readonly Row[] } | undefined {
  if (Array.isArray(value)) return { name: 'records', rows: value.filter(isRow) };
  if (!isRow(value) || 'id' in value) return undefined;
  for (const [name, each] of Object.entries(value)) {
    if (Array.isArray(each) && (each.length === 0 || each.some(isRow))) return { name, rows: each.filter(isRow) };
  }
  return undefined;
}

/** The lists of a result by their names, those of a record as well. */
export function listsOf(value: unknown): ReadonlyMap<string, readonly Row[]> {
  const lists = new Map<string, readonly Row[]>();
  if (!isRow(value)) return lists;
  for (const [name, each] of Object.entries(value)) {
    if (Array.isArray(each) && each.every(isRow)) lists.set(name, each);
  }
  return lists;
}

export const nameOf = (row: Row): string => {
  const name = row['label'] ?? row['name'] ?? row['summary'] ?? row['title'] ?? row['id'];
  return typeof name === 'string' || typeof name === 'number' ? String(name) : '';
};

/** The first of those with the highest score. */
export function best(rows: readonly Row[], score: (row: Row) => number): Row | undefined {
  let found: { row: Row; score: number } | undefined;
  for (const row of rows) {
    const own = score(row);
    if (found === undefined || own > found.score) found = { row, score: own };
  }
  return found?.row;
}
