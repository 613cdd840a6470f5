import { checkGroup } from './check-group.ts';
import { add, remove, type GroupEdits } from './group-edits.ts';
import { parseGroup, toSameness, type Group } from './group-line.ts';
import type { GroupRow } from './group-rows.ts';

export interface ReadGroups {
  /** Those that the list lacks, in the order of the text. */
  readonly fresh: readonly Group[];
  /** How many lines say what the list or an earlier line says. */
  readonly known: number;
  readonly refused: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  /** Groups of the list that the text does not name. */
  readonly others: readonly GroupRow[];
}

/** Reads one group a line. Empty lines and such as begin with # say nothing. */
export function readGroups(text: string, rows: readonly GroupRow[]): ReadGroups {
  const listed = new Set(rows.filter(({ state }) => state !== 'deleted').map(({ words }) => toSameness(words)));
  const named = new Set<string>();
  const fresh: Group[] = [];
  const refused: { line: number; text: string; why: string }[] = [];
  let known = 0;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const group = parseGroup(line);
    const why = line.includes('=>') ? 'Arrows are not understood: write words that mean the same.' : checkGroup(group);
    const key = toSameness(group);
    if (why !== undefined) refused.push({ line: at + 1, text: line.trim(), why });
    else if (listed.has(key) || named.has(key)) known += 1;
    else fresh.push(group);
    if (why === undefined) named.add(key);
  }
  return {
    fresh,
    known,
    refused,
    others: rows.filter(({ words, state }) => state !== 'deleted' && !named.has(toSameness(words))),
  };
}

export function takeGroups(edits: GroupEdits, { fresh, others }: ReadGroups, deleteOthers: boolean): GroupEdits {
  return add(deleteOthers ? others.reduce(remove, edits) : edits, fresh);
}
