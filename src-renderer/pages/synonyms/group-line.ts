import { synonymSeparator } from '../../../src-shared/domain/synonym-settings.ts';

/** Words that mean the same. */
export type Group = readonly string[];

/** A group as a line of text, as it is typed, pasted and copied. */
export function toLine(group: Group): string {
  return group.join(', ');
}

/** What the typed text of one group names. */
export function parseGroup(text: string): Group {
  return text
    .split(synonymSeparator)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
}

/** One text for all spellings of the same group, in whatever order its words are. */
export function toSameness(group: Group): string {
  return group
    .map((word) => word.toLowerCase())
    .toSorted()
    .join('\n');
}
