import type { DeskRow } from '../../db/repositories/desk-writer.ts';
import type { MappedEntry } from '../map/mapped-row.ts';
import type { LoadContext } from './load-context.ts';
import type { Names } from './names.ts';

const nobody = 'Unknown';

/** A row of a ticket's history but for its ticket and number. */
export function createHistory(context: LoadContext, names: Names) {
  const { lists, people } = names;

  const author = (by: string): { agent_id: number | null; user_id: number | null; actor: string } => {
    const person = by === '' ? undefined : people.find(by);
    if (person === undefined) return { agent_id: null, user_id: null, actor: by === '' ? nobody : by.slice(0, 200) };
    const isAgent = person.agentId !== undefined;
    return {
      agent_id: person.agentId ?? null,
      user_id: isAgent ? null : (person.user?.id ?? null),
      actor: person.name === '' ? by.slice(0, 200) : person.name,
    };
  };

  const statusId = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : (names.find('status', name) ?? lists.status.make(name)).id;

  const kindOf = (entry: MappedEntry, before: number, after: number): { kind: string; outcome: string } => {
    if (before !== after) {
      const [was, is] = [lists.statusOf(before), lists.statusOf(after)];
      if (is?.kind === 'closed' && was?.kind !== 'closed') return { kind: 'closure', outcome: 'Closed' };
      if (was?.kind === 'closed' && is?.kind !== 'closed') return { kind: 'reopening', outcome: 'Reopened' };
      return { kind: 'status', outcome: is?.name ?? 'Status' };
    }
    if (entry.assigned && entry.note === '') return { kind: 'assignment', outcome: 'Assigned' };
    if (entry.seconds > 0 && entry.note === '') return { kind: 'time', outcome: 'Time' };
    return { kind: 'note', outcome: entry.note === '' ? 'Changed' : 'Comment' };
  };

  return {
    author,
    statusId,
    /** Oldest first, whatever order the file has; what has no time stands where it stood. */
    rows(entries: readonly MappedEntry[], opening: { at: number; statusId: number }): DeskRow[] {
      let at = opening.at;
      const dated = entries.map((entry) => ({ entry, at: (at = entry.at ?? at) }));
      dated.sort((one, other) => one.at - other.at);
      let status = opening.statusId;
      return dated.map(({ entry, at: when }) => {
        const before = statusId(entry.statusBefore) ?? status;
        status = statusId(entry.statusAfter) ?? before;
        const { kind, outcome } = kindOf(entry, before, status);
        return {
          kind,
          outcome: entry.outcome === '' ? outcome : kind === 'note' ? entry.outcome : `${outcome}, ${entry.outcome}`,
          ...author(entry.by),
          private: entry.private || kind === 'assignment' ? 1 : 0,
          note: entry.note,
          seconds: entry.seconds,
          status_before_id: before,
          status_after_id: status,
          at: when,
        };
      });
    },
    /** The status before the first change that names one. */
    firstStatus: (entries: readonly MappedEntry[]): number | undefined =>
      statusId(entries.find(({ statusBefore }) => statusBefore !== undefined)?.statusBefore),
    remark: context.remark,
  };
}
