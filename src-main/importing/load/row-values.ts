import type { MappedRow } from '../map/mapped-row.ts';

/** A mapped row's values by the type that the writer wants; undefined where the row fills nothing. */
export function readValues({ values }: MappedRow) {
  return {
    text: (name: string): string | undefined => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    when: (name: string): number | undefined => {
      const value = values[name];
      return typeof value === 'number' ? Math.round(value) : undefined;
    },
    count: (name: string): number | undefined => {
      const value = values[name];
      return typeof value === 'number' ? Math.max(0, Math.round(value)) : undefined;
    },
    flag: (name: string): 0 | 1 | undefined => {
      const value = values[name];
      return typeof value === 'boolean' ? (value ? 1 : 0) : undefined;
    },
    list: (name: string): readonly string[] | undefined => {
      const value = values[name];
      return Array.isArray(value) ? (value as readonly string[]) : undefined;
    },
  };
}
