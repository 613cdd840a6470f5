/** Finds an id by name among rows; a name that the definition spells wrongly is told at once. */
export function createNameIndex(what: string, rows: readonly { id: number; name: string }[]): (name: string) => number {
  const ids = new Map(rows.map((row) => [row.name, row.id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new RangeError(`The desk definition names a ${what} that it does not define: ${name}.`);
    return id;
  };
}

/** Numbers things from 1 (or `first`) in their order. */
export function numbered<T, R>(list: readonly T[], make: (item: T, id: number) => R, first = 1): R[] {
  return list.map((item, index) => make(item, first + index));
}

export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
