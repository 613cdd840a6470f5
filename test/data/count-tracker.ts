/** A tracker's files, counted without the importer. */
export interface TrackerCounts {
  readonly tickets: number;
  readonly events: number;
  readonly comments: number;
  readonly closings: number;
  readonly categories: number;
  readonly duplicates: number;
}

interface TrackerTicket {
  readonly id: string;
  readonly component: string;
  readonly duplicate_of?: string | null;
  readonly events: readonly { comment: string; changes: readonly (readonly [string, string, string])[] }[];
}

/** Of files that are imported one after the other: a duplicate is linked when the other ticket is there by then. */
export function countTracker(files: readonly string[]): TrackerCounts {
  const parents = new Map<string, string>();
  const known = new Set<string>();
  const all: TrackerTicket[] = [];
  for (const text of files) {
    const tickets = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as TrackerTicket);
    for (const { id } of tickets) known.add(id);
    for (const { id, duplicate_of: parent } of tickets) {
      if (parent != null && known.has(parent) && !leadsBack(parents, parent, id)) parents.set(id, parent);
    }
    for (const ticket of tickets) all.push(ticket);
  }
  const events = all.flatMap((ticket) => ticket.events);
  return {
    tickets: all.length,
    events: events.length,
    comments: events.filter(({ comment }) => comment.trim() !== '').length,
    closings: events.filter(({ changes }) => changes.some(isClosing)).length,
    categories: new Set(all.map(({ component }) => component.trim().toLowerCase()).filter(Boolean)).size,
    duplicates: parents.size,
  };
}

function isClosing([field, before, after]: readonly [string, string, string]): boolean {
  // Without a status before there is nothing that was closed.
  return field === 'status' && before !== '' && before !== 'closed' && after === 'closed';
}

function leadsBack(parents: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true;
  return false;
}

/** The same of what is on a desk. */
export function countDesk(count: (sql: string) => number): TrackerCounts {
  return {
    tickets: count('SELECT count(*) FROM desk_ticket'),
    events: count("SELECT count(*) FROM desk_action WHERE kind <> 'logged'"),
    comments: count("SELECT count(*) FROM desk_action WHERE kind <> 'logged' AND note <> ''"),
    closings: count("SELECT count(*) FROM desk_action WHERE kind = 'closure'"),
    categories: count('SELECT count(DISTINCT category_id) FROM desk_ticket'),
    duplicates: count('SELECT count(*) FROM desk_ticket WHERE parent_id IS NOT NULL'),
  };
}
