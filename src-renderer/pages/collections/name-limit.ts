type Listed = readonly { readonly id: number; readonly name: string; readonly inactive: boolean }[];

/** What a record that a collection is limited to is called; `all` is undefined while it is read. */
export function nameLimit(all: Listed | undefined, id: number): string {
  const found = all?.find((each) => each.id === id);
  if (found !== undefined) return found.inactive ? `${found.name} (inactive)` : found.name;
  return all === undefined ? `No. ${id}` : `No. ${id}, which is gone`;
}
