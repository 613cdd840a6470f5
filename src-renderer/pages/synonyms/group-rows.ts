import { mostSynonymGroups } from '../../../src-shared/domain/synonym-settings.ts';
import { formatNumber } from '../../components/format-number.ts';
import { checkGroup } from './check-group.ts';
import type { GroupEdits } from './group-edits.ts';
import { toLine, toSameness, type Group } from './group-line.ts';

export interface GroupRow {
  readonly id: string;
  readonly words: Group;
  readonly was?: Group;
  /** Absent while it is as saved. `overtaken`: somebody else changed or deleted meanwhile what was edited here. */
  readonly state?: 'new' | 'changed' | 'deleted' | 'overtaken';
  /** Why it cannot be saved, as a sentence. */
  readonly problem?: string;
}

/** The groups as they are saved, with the edits over them. What was added stands first. */
export function listRows(saved: readonly Group[], edits: GroupEdits): readonly GroupRow[] {
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  const lines = new Map(saved.map((group) => [toLine(group), group]));
  const added = edits.flatMap(({ id, was, now }): GroupRow[] => {
    if (now === undefined) return [];
    if (was === undefined) return [{ id, words: now, state: 'new' }];
    // Somebody else did the same, or something else.
    if (lines.has(id) || lines.has(toLine(now))) return [];
    return [{ id, words: now, was, state: 'overtaken' }];
  });
  const kept = [...lines].map(([line, was]): GroupRow => {
    const edit = byId.get(line);
    if (edit === undefined) return { id: line, words: was, was };
    return { id: line, words: edit.now ?? was, was, state: edit.now === undefined ? 'deleted' : 'changed' };
  });
  return withProblems([...added, ...kept]);
}

/** What is saved is not checked again: the core took it. */
function withProblems(rows: readonly GroupRow[]): readonly GroupRow[] {
  if (rows.every(({ state }) => state === undefined)) return rows;
  const holders = new Map<string, number>();
  for (const { words, state } of rows) {
    if (state === 'deleted') continue;
    const key = toSameness(words);
    holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return rows.map((row) => {
    if (row.state === undefined || row.state === 'deleted') return row;
    const twice = (holders.get(toSameness(row.words)) ?? 0) > 1 ? 'The list has this group already.' : undefined;
    const problem = checkGroup(row.words) ?? twice;
    return problem === undefined ? row : { ...row, problem };
  });
}

/** What the list would be when saved. */
export function groupsOf(rows: readonly GroupRow[]): readonly Group[] {
  return rows.filter(({ state }) => state !== 'deleted').map(({ words }) => words);
}

/** Other groups that have a word of this one, with the words in question. */
export function findSharing(rows: readonly GroupRow[], of: GroupRow) {
  const own = new Set(of.words.map((word) => word.toLowerCase()));
  return rows
    .filter(({ id, state }) => id !== of.id && state !== 'deleted')
    .flatMap(({ id, words }) => {
      const shared = words.filter((word) => own.has(word.toLowerCase()));
      return shared.length === 0 ? [] : [{ id, words, shared }];
    });
}

/** What keeps the whole list from being saved, as a sentence. */
export function describeHindrance(rows: readonly GroupRow[]): string | undefined {
  const overtaken = rows.filter(({ state }) => state === 'overtaken').length;
  if (overtaken > 0) {
    const what = overtaken === 1 ? 'a group' : `${formatNumber(overtaken)} groups`;
    return `Somebody else changed ${what} that you changed too. Open what says “Conflict”, and choose.`;
  }
  const broken = rows.filter(({ problem }) => problem !== undefined).length;
  if (broken > 0) return `${broken === 1 ? 'One group' : `${formatNumber(broken)} groups`} cannot be saved yet.`;
  const over = groupsOf(rows).length - mostSynonymGroups;
  return over > 0 ? `There are at most ${formatNumber(mostSynonymGroups)} groups: delete ${over}.` : undefined;
}

/** How much is unsaved, such as "2 groups added, 1 changed". */
export function describeEdits(rows: readonly GroupRow[]): string {
  const verbs = { new: 'added', changed: 'changed', overtaken: 'in conflict', deleted: 'deleted' } as const;
  const parts = Object.entries(verbs)
    .map(([state, verb]) => ({ verb, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0);
  // What was changed is gone, or somebody else changed it in the same way.
  if (parts.length === 0) return 'nothing that still changes the list';
  return parts
    .map(({ verb, count }, at) => {
      const noun = at > 0 ? '' : count === 1 ? ' group' : ' groups';
      return `${formatNumber(count)}${noun} ${verb}`;
    })
    .join(', ');
}
