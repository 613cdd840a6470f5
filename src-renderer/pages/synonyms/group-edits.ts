import { toLine, type Group } from './group-line.ts';

/** What somebody did to one group and has not saved. */
export interface GroupEdit {
  /** The group's line as it was saved; for an added one `new` while it is typed, then `new-1` and so on. */
  readonly id: string;
  /** As it was saved; absent for one that is added. */
  readonly was?: Group;
  /** Absent when it is deleted. */
  readonly now?: Group;
}

export type GroupEdits = readonly GroupEdit[];

/** The one that is being typed. */
export const newId = 'new';

export function setWords(edits: GroupEdits, { id, was, now }: GroupEdit & { readonly now: Group }): GroupEdits {
  const isAsSaved = was === undefined ? id === newId && now.length === 0 : toLine(was) === toLine(now);
  return isAsSaved ? undo(edits, id) : put(edits, { id, now, ...(was && { was }) });
}

/** An added group is gone at once; a saved one when the edits are saved. */
export function remove(edits: GroupEdits, { id, was }: Pick<GroupEdit, 'id' | 'was'>): GroupEdits {
  return was === undefined ? undo(edits, id) : put(edits, { id, was });
}

export function undo(edits: GroupEdits, id: string): GroupEdits {
  return edits.filter((edit) => edit.id !== id);
}

/** Adds groups before all others, in their order. */
export function add(edits: GroupEdits, groups: readonly Group[]): GroupEdits {
  const first = nextNumber(edits);
  return [...groups.map((now, at) => ({ id: `${newId}-${first + at}`, now })), ...edits];
}

/** Ends the typing of a group: the next one can be typed. */
export function finishNew(edits: GroupEdits): GroupEdits {
  return rename(edits, newId);
}

/** Of a group that somebody else changed meanwhile: theirs stays, and this one is added. */
export function keepBoth(edits: GroupEdits, id: string): GroupEdits {
  return rename(edits, id);
}

function rename(edits: GroupEdits, id: string): GroupEdits {
  const next = `${newId}-${nextNumber(edits)}`;
  return edits.map((edit) => (edit.id === id && edit.now !== undefined ? { id: next, now: edit.now } : edit));
}

function put(edits: GroupEdits, edit: GroupEdit): GroupEdits {
  return edits.some(({ id }) => id === edit.id)
    ? edits.map((each) => (each.id === edit.id ? edit : each))
    : [edit, ...edits];
}

function nextNumber(edits: GroupEdits): number {
  const numbers = edits.map(({ id }) => Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0));
  return numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
}
