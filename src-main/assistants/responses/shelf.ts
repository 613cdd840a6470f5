/** Things kept in memory for their owners, within bounds: what was put there longest ago makes room. */
export interface Shelf<T> {
  get(owner: string, id: string): T | undefined;
  /** Replaces what has the same id, and makes it the newest. */
  put(owner: string, id: string, thing: T): void;
  remove(owner: string, id: string): boolean;
  /** The newest first. */
  list(owner: string): readonly T[];
}

interface Bounds {
  readonly mostPerOwner: number;
  /** Of all owners together, as JSON. */
  readonly mostBytes: number;
}

export function createShelf<T>({ mostPerOwner, mostBytes }: Bounds): Shelf<T> {
  // In the order in which they were put there.
  const kept = new Map<string, { readonly owner: string; readonly thing: T; readonly bytes: number }>();
  const counts = new Map<string, number>();
  let total = 0;

  const drop = (id: string): void => {
    const entry = kept.get(id);
    if (entry === undefined) return;
    kept.delete(id);
    total -= entry.bytes;
    const left = (counts.get(entry.owner) ?? 1) - 1;
    if (left === 0) counts.delete(entry.owner);
    else counts.set(entry.owner, left);
  };

  const oldestOf = (owner: string): string | undefined => {
    for (const [id, entry] of kept) if (entry.owner === owner) return id;
    return undefined;
  };

  return {
    get(owner, id) {
      const entry = kept.get(id);
      return entry?.owner === owner ? entry.thing : undefined;
    },
    put(owner, id, thing) {
      drop(id);
      const bytes = JSON.stringify(thing).length;
      if (bytes > mostBytes) return;
      if ((counts.get(owner) ?? 0) >= mostPerOwner) drop(oldestOf(owner) ?? '');
      while (total + bytes > mostBytes) drop(kept.keys().next().value ?? '');
      kept.set(id, { owner, thing, bytes });
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
      total += bytes;
    },
    remove(owner, id) {
      if (kept.get(id)?.owner !== owner) return false;
      drop(id);
      return true;
    },
    list: (owner) =>
      [...kept.values()]
        .filter((entry) => entry.owner === owner)
        .map((entry) => entry.thing)
        .reverse(),
  };
}
