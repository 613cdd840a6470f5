import type { Lookups } from '../../../src-shared/api/lookups.ts';
import type { Choice } from '../choice-filter.tsx';
import { readNumber } from '../read-number.ts';
import { toChoices } from '../to-choices.ts';

/** A filter of a list. Its key in the address is the name that the list call has for it. */
export interface ListFilter<Value> {
  readonly name: string;
  /** Absent where a day is typed. */
  readonly choices?: (lookups: Lookups) => readonly Choice[];
  /** What the address says, as the call takes it; undefined for what makes no sense. */
  readonly read: (text: string) => Value | undefined;
}

type References = readonly { readonly id: number; readonly name: string }[];

export function filterById(name: string, list: (lookups: Lookups) => References): ListFilter<number> {
  return { name, choices: (lookups) => toChoices(list(lookups)), read: readNumber };
}

/** A filter with a fixed choice of words; the labels say what each means. */
export function filterByWord<const Word extends string>(
  name: string,
  labels: Readonly<Record<Word, string>>,
): ListFilter<Word> {
  const words = Object.keys(labels) as Word[];
  return {
    name,
    choices: () => words.map((word) => ({ value: word, label: labels[word] })),
    read: (text) => words.find((word) => word === text),
  };
}

export function filterByFlag(name: string, labels: { readonly yes: string; readonly no: string }): ListFilter<boolean> {
  const words = filterByWord(name, labels);
  return {
    ...words,
    read: (text) => {
      const word = words.read(text);
      return word === undefined ? undefined : word === 'yes';
    },
  };
}

export const filterByInactive = filterByFlag('State', { no: 'Active', yes: 'Inactive' });

/** A filter by words of the desk's own. */
export function filterByText(name: string, list: (lookups: Lookups) => readonly string[]): ListFilter<string> {
  return {
    name,
    choices: (lookups) => list(lookups).map((text) => ({ value: text, label: text })),
    read: (text) => (text === '' || text.length > 100 ? undefined : text),
  };
}

/** A filter by a day where the app runs: the moment that it begins, or ends, as a timestamp. */
export function filterByDay(name: string, edge: 'begins' | 'ends'): ListFilter<string> {
  return {
    name,
    read: (text) => {
      const [year = 0, month = 0, day = 0] = /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').map(Number) : [];
      const moment = new Date(year, month - 1, day + (edge === 'ends' ? 1 : 0));
      return year < 1900 || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
    },
  };
}
