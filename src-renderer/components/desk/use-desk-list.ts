import type { Sort } from '../table/column.ts';
import { useUrlState } from '../use-url-state.ts';
import type { ListFilter } from './list-filter.ts';

type Filters = Readonly<Record<string, ListFilter<unknown>>>;

type FilterValues<Given extends Filters> = {
  readonly [Key in keyof Given]?: Given[Key] extends ListFilter<infer Value> ? Value : never;
};

interface Description<Name extends string, Given extends Filters> {
  readonly sorts: readonly Name[];
  readonly sortAtFirst: { readonly column: Name; readonly descending: boolean };
  readonly filters: Given;
}

/** Describes a list of a page, once for the module. */
export function describeDeskList<Name extends string, Given extends Filters>(description: Description<Name, Given>) {
  const none = Object.fromEntries(Object.keys(description.filters).map((key) => [key, undefined]));
  const cleared: Record<string, string | undefined> = { ...none, search: '' };
  return { ...description, cleared, defaults: { ...cleared, sort: '', order: 'down' } };
}

export type DeskListDescription<Name extends string = string, Given extends Filters = Filters> = ReturnType<
  typeof describeDeskList<Name, Given>
>;

export interface DeskList {
  readonly filters: Filters;
  /** The address's values, by filter and for `search`. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly sort: Sort;
  readonly isFiltered: boolean;
  set(change: Readonly<Record<string, string | undefined>>): void;
  clear(): void;
}

/** Search, filters and sort of a list, kept in the address, with what the list call takes for them. */
export function useDeskList<Name extends string, Given extends Filters>({
  sorts,
  sortAtFirst,
  filters,
  cleared,
  defaults,
}: DeskListDescription<Name, Given>) {
  const [texts, setUrl] = useUrlState<Record<string, string | undefined>>(defaults);
  const search = (texts['search'] ?? '').trim().slice(0, 400);
  const values = Object.fromEntries(
    Object.entries(filters).flatMap(([key, filter]) => {
      const text = texts[key];
      const value = text === undefined ? undefined : filter.read(text);
      return value === undefined ? [] : [[key, value]];
    }),
  ) as FilterValues<Given>;

  const chosen = sorts.find((name) => name === texts['sort']);
  const sort = chosen === undefined ? sortAtFirst : { column: chosen, descending: texts['order'] !== 'up' };
  const list: DeskList = {
    filters,
    texts,
    sort,
    isFiltered: search !== '' || Object.keys(values).length > 0,
    set: (change) => setUrl(change),
    clear: () => setUrl(cleared),
  };
  return {
    list,
    input: { ...values, ...(search !== '' && { search }), sort: sort.column, descending: sort.descending },
  };
}
