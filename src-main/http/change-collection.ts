import type { CollectionChanges, CollectionDraft } from '../../src-shared/api/collections.ts';
import { type CollectionSettings, defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Collection, Endpoint } from '../domain/configuration/endpoints.ts';
import { freeName, mostCollections, planCollection } from '../domain/configuration/plan-collection.ts';
import { checkNames, chooseReading } from '../tools/choose-tools.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { DoorCore } from './route-context.ts';

/** By id, slug or name. */
export function findCollection({ endpoints }: DoorCore, reference: string): Collection | undefined {
  const wanted = reference.trim().toLowerCase();
  const all = endpoints.listCollections();
  return (
    all.find(({ id }) => id === wanted) ??
    all.find(({ settings }) => settings.slug === wanted) ??
    all.find(({ settings }) => settings.name.toLowerCase() === wanted)
  );
}

export function getCollection(core: DoorCore, reference: string): Collection {
  const found = findCollection(core, reference);
  if (found !== undefined) return found;
  throw new AppError('not_found', `There is no collection "${reference}". List the collections to see them.`);
}

/** A collection, or the default endpoint, which is called `default` as well. */
export function getEndpoint(core: DoorCore, reference: string): Endpoint {
  const isDefault = reference === 'default' || reference === defaultEndpointId;
  return isDefault ? core.endpoints.get(defaultEndpointId) : getCollection(core, reference);
}

/** The settings of a collection that does not exist yet. */
export function planNew(core: DoorCore, draft: CollectionDraft): CollectionSettings {
  return plan(core, undefined, dropUndefined(draft) as CollectionSettings);
}

/** The settings after the changes; the same object where they change nothing. */
export function planChanged(core: DoorCore, before: Collection, changes: CollectionChanges): CollectionSettings {
  const after = plan(core, before, { ...before.settings, ...dropUndefined(changes) });
  return listChanges(before.settings, after).length === 0 ? before.settings : after;
}

export function planClone(
  core: DoorCore,
  { settings }: Collection,
  { readOnly, name }: { readonly readOnly: boolean; readonly name?: string | undefined },
): CollectionSettings {
  return plan(core, undefined, {
    ...settings,
    ...(readOnly && chooseReading(settings, core.tools)),
    enabled: false,
    name: name ?? freeName(core.endpoints, settings.name, readOnly ? 'read-only' : 'copy'),
  });
}

/** Names of the settings that differ. */
export function listChanges(before: CollectionSettings, after: CollectionSettings): (keyof CollectionSettings)[] {
  const names = Object.keys(after) as (keyof CollectionSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Throws `conflict` when somebody saved another version than the one that was read. */
export function checkVersion({ version, settings }: Collection, read: number): void {
  if (version === read) return;
  throw new AppError(
    'conflict',
    `The collection "${settings.name}" was changed meanwhile. Look at it again before you change it.`,
    { details: { version } },
  );
}

function plan(core: DoorCore, before: Collection | undefined, wanted: CollectionSettings): CollectionSettings {
  if (before === undefined && core.endpoints.listCollections().length >= mostCollections) {
    throw new AppError('conflict', `There are ${mostCollections} collections already. Delete one that is not used.`);
  }
  const planned = planCollection(core, before, wanted);
  // What was chosen when a tool was still there stays; nothing new is chosen that is not.
  const isNew = (name: string): boolean =>
    before?.settings.tools.includes(name) !== true && before?.settings.descriptions[name] === undefined;
  const named = [...planned.tools, ...Object.keys(planned.descriptions)].filter(isNew);
  checkNames(named, planned.type, core.tools);
  return { ...planned, tools: [...new Set(planned.tools)] };
}
