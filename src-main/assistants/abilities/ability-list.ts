import { type Ability, ability, mostAbilities, type NamedAbility } from '../../../src-shared/domain/abilities.ts';
import { findAbilityTroubles } from '../../../src-shared/domain/find-ability-troubles.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';
import { shippedAbilities } from './shipped-abilities.ts';

export interface ListedAbility extends NamedAbility {
  /** One of those that every desk has. */
  readonly shipped: boolean;
  /** When and by whom it was saved last, in epoch milliseconds; absent for one that is as it was shipped. */
  readonly saved?: { readonly at: number; readonly by: string };
}

export interface AbilityList {
  /** By name. */
  list(): ListedAbility[];
  find(id: string): ListedAbility | undefined;
  get(id: string): ListedAbility;
  /** Without an id a new one. With the version that was read it is a `conflict` when somebody saved it since. */
  save(id: string | undefined, next: Ability, by: string, read?: number): ListedAbility;
  /** One that was shipped is from then on again as it was shipped. */
  remove(id: string, by: string): void;
  /** Calls the listener after each save. */
  onChange(listener: (change: { readonly version: number; readonly by: string }) => void): () => void;
}

const kind = 'ability';

/** The AI abilities, held in memory: the owner process is the only one that writes them. */
export function createAbilityList(database: WorkbenchDatabase, ports: Pick<Ports, 'now' | 'uuid'>): AbilityList {
  const repository = createConfigurationRepository(database.connection);
  const saved = new Map<string, ListedAbility>();
  const listeners = new Set<Parameters<AbilityList['onChange']>[0]>();
  const isShipped = (id: string): boolean => shippedAbilities.some((each) => each.id === id);
  for (const { objectId, version, body, at, by } of repository.list(kind)) {
    const kept = { id: objectId, version, ability: ability.parse(JSON.parse(body)), saved: { at, by } };
    saved.set(objectId, { ...kept, shipped: isShipped(objectId) });
  }

  const find = (id: string): ListedAbility | undefined => {
    const shipped = shippedAbilities.find((each) => each.id === id);
    return saved.get(id) ?? (shipped && { ...shipped, version: 0, shipped: true });
  };

  const list = (): ListedAbility[] => {
    const ids = new Set([...shippedAbilities.map(({ id }) => id), ...saved.keys()]);
    const all = [...ids].flatMap((id) => find(id) ?? []);
    return all.sort((one, other) => one.ability.name.localeCompare(other.ability.name, 'en'));
  };

  const get = (id: string): ListedAbility => {
    const found = find(id);
    if (found !== undefined) return found;
    throw new AppError('not_found', 'There is no such AI ability any more. Look at the list of them.');
  };

  const write = (id: string, body: Ability | null, by: string): { version: number; at: number } => {
    const at = ports.now();
    const text = body === null ? null : JSON.stringify(body);
    return { version: database.inTransaction(() => repository.save(kind, id, text, at, by)), at };
  };

  const tell = (version: number, by: string): void => {
    for (const listener of listeners) listener({ version, by });
  };

  const check = (id: string | undefined, next: Ability): void => {
    const [trouble] = Object.entries(findAbilityTroubles(next));
    if (trouble !== undefined) {
      throw new AppError('invalid_arguments', trouble[1], { details: { field: trouble[0] } });
    }
    const name = next.name.toLowerCase();
    if (list().some((other) => other.id !== id && other.ability.name.toLowerCase() === name)) {
      const message = 'Another AI ability has this name. Choose another.';
      throw new AppError('conflict', message, { details: { field: 'name' } });
    }
    if (id === undefined && list().length >= mostAbilities) {
      throw new AppError('conflict', `There are at most ${mostAbilities} AI abilities. Delete one that is not used.`);
    }
  };

  return {
    list,
    find,
    get,
    save(id, next, by, read) {
      const before = id === undefined ? undefined : get(id);
      if (before !== undefined && read !== undefined && read !== before.version) {
        const message = `"${before.ability.name}" was changed meanwhile. Look at it again before you change it.`;
        throw new AppError('conflict', message);
      }
      check(id, next);
      if (before !== undefined && JSON.stringify(before.ability) === JSON.stringify(next)) return before;
      const key = id ?? ports.uuid();
      const { version, at } = write(key, next, by);
      saved.set(key, { id: key, version, ability: next, saved: { at, by }, shipped: isShipped(key) });
      tell(version, by);
      return get(key);
    },
    remove(id, by) {
      get(id);
      if (!saved.has(id)) return;
      const { version } = write(id, null, by);
      saved.delete(id);
      tell(version, by);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
