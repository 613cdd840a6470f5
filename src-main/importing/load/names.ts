import type { MissingChoice } from '../../../src-shared/domain/import-plan.ts';
import type { LookupName } from '../../db/repositories/import-lookup-repository.ts';
import { kinds } from '../kinds/index.ts';
import type { MappedRow, MappedValue } from '../map/mapped-row.ts';
import { createBoundedMap } from './bounded-map.ts';
import type { LoadContext } from './load-context.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createShortLists } from './short-lists.ts';

interface Found {
  readonly id: number;
}

/** One kind of thing that a column can name. */
interface Lookup {
  find(text: string): Found | undefined;
  make(text: string): Found;
}

/** The desk's names, and what the plan wants done with those that it does not know. */
export function createNames(context: LoadContext) {
  const { plan, target, lookups, remark } = context;
  const lists = createShortLists(context);
  const places = createPlaces(context);
  const people = createPeople(context, places, lists);
  // One remark for each field, with the first name as its example.
  const examples = new Map<string, string>();
  const specs = new Map(kinds[plan.kind].fields.map((field) => [field.name, field]));

  const stored = (find: (text: string) => readonly Found[], make: (text: string) => number): Lookup => {
    const kept = createBoundedMap<Found>(20_000);
    return {
      find(text) {
        const key = text.toLowerCase();
        const found = kept.get(key) ?? find(text)[0];
        return found && kept.set(key, found);
      },
      make: (text) => kept.set(text.toLowerCase(), { id: make(text) }),
    };
  };
  const never = (): never => {
    throw new Error('This cannot be made by its name alone.');
  };
  const asFound = (id: number | undefined): Found | undefined => (id === undefined ? undefined : { id });

  const register: Readonly<Record<LookupName, Lookup>> = {
    status: lists.status,
    priority: lists.priority,
    type: lists.type,
    team: lists.team,
    role: { find: lists.role.find, make: never },
    category: stored(lookups.categories, (name) => target.insert('desk_category', { name })),
    assetType: stored(lookups.assetTypes, (name) => target.insert('desk_asset_type', { name })),
    articleList: stored(lookups.articleLists, (name) => target.insert('desk_article_list', { name })),
    serviceCategory: stored(lookups.serviceCategories, (name) =>
      target.insert('desk_service_category', { name, summary: '', sequence: 1000 }),
    ),
    service: { ...stored(lookups.services, never) },
    asset: { ...stored(lookups.assets, never) },
    client: { find: (text) => asFound(places.findClient(text)), make: (text) => ({ id: places.client(text) }) },
    site: { find: places.findSite, make: never },
    agent: { find: (text) => asFound(people.find(text)?.agentId), make: (text) => ({ id: people.agent(text) }) },
    user: { find: (text) => people.find(text)?.user ?? asFound(people.find(text)?.agentId), make: never },
    ticket: { find: () => undefined, make: never },
  };

  const policyOf = (field: string): MissingChoice =>
    plan.columns[field]?.missing ?? specs.get(field)?.missing ?? 'create';

  const textsOf = (value: MappedValue | undefined): readonly string[] =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];

  return {
    lists,
    places,
    people,
    /** Why the row must be refused, before anything is written for it. */
    problemWith({ values }: MappedRow): string | undefined {
      for (const [field, spec] of specs) {
        if (spec.lookup === undefined || policyOf(field) !== 'refuse') continue;
        const lookup = register[spec.lookup];
        const unknown = textsOf(values[field]).find((text) => lookup.find(text) === undefined);
        if (unknown !== undefined) return `${spec.label}: there is no "${unknown}" on the desk.`;
      }
      return undefined;
    },
    /** The id of what the field names; undefined where it names nothing, or something that is to be left empty. */
    idOf(field: string, text: MappedValue | undefined): number | undefined {
      const spec = specs.get(field);
      if (typeof text !== 'string' || spec?.lookup === undefined) return undefined;
      const lookup = register[spec.lookup];
      const found = lookup.find(text);
      if (found !== undefined) return found.id;
      if (policyOf(field) === 'create') return lookup.make(text).id;
      if (!examples.has(field)) examples.set(field, text);
      remark(
        `${spec.label}: a name that the desk does not know was left empty, such as "${examples.get(field) ?? ''}".`,
      );
      return undefined;
    },
    idsOf(field: string, value: MappedValue | undefined): number[] {
      const ids = textsOf(value).map((text) => this.idOf(field, text));
      return [...new Set(ids.filter((id) => id !== undefined))];
    },
    /** Of what a record cannot be without. */
    ensure: (lookup: LookupName, text: string): number =>
      (register[lookup].find(text) ?? register[lookup].make(text)).id,
    find: (lookup: LookupName, text: string): Found | undefined => register[lookup].find(text),
    policyOf,
  };
}

export type Names = ReturnType<typeof createNames>;
