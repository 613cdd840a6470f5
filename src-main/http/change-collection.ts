import type { CollectionChanges, CollectionDraft } from '../../src-shared/api/collections.ts';
import {
  type CollectionSettings,
  collectionSettings,
  defaultEndpointId,
} from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Collection, Endpoint } from '../domain/configuration/endpoints.ts';
import { freeName, mostCollections, planCollection } from '../domain/configuration/plan-collection.ts';
import { checkCustomTools } from '../tools/check-custom-tools.ts';
import { listReadingTools } from '../tools/choose-custom-tools.ts';
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
  const wanted = {
    ...settings,
    ...(readOnly && {
      ...chooseReading(settings, core.tools),
      customTools: listReadingTools(settings, core.endpointTools.of(settings)),
    }),
    enabled: false,
    name: name ?? freeName(core.endpoints, settings.name, readOnly ? 'read-only' : 'copy'),
  };
  // What has gone since is copied as it is.
  return plan(core, undefined, wanted, settings);
}

/** The settings of an earlier version as they were, with tools and limits that have gone since. */
export function planRestored(core: DoorCore, before: Collection, old: CollectionSettings): CollectionSettings {
  const isHolder = ({ id, settings }: Collection): boolean =>
    id !== before.id && settings.name.toLowerCase() === old.name.toLowerCase();
  if (core.endpoints.listCollections().some(isHolder)) {
    const message = `In that version the collection was named "${old.name}", and another one has this name now. Rename the other one first.`;
    throw new AppError('conflict', message);
  }
  const { settings } = before;
  const wanted = { ...old, type: settings.type, defaultConnection: settings.defaultConnection };
  const after = plan(core, before, wanted, old);
  return listChanges(settings, after).length === 0 ? settings : after;
}

/** The settings that a collection had at a version. */
export function getVersion({ endpoints }: DoorCore, { id, settings }: Collection, version: number): CollectionSettings {
  const body = endpoints.listVersions(id).find((row) => row.version === version)?.body;
  if (typeof body === 'string') return collectionSettings.parse(JSON.parse(body));
  throw new AppError('not_found', `"${settings.name}" has no version ${version}. List its versions to see them.`);
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

function plan(
  core: DoorCore,
  before: Collection | undefined,
  wanted: CollectionSettings,
  known: CollectionSettings | undefined = before?.settings,
): CollectionSettings {
  if (before === undefined && core.endpoints.listCollections().length >= mostCollections) {
    throw new AppError('conflict', `There are ${mostCollections} collections already. Delete one that is not used.`);
  }
  const planned = planCollection(core, before, wanted, known);
  // What was chosen when a tool was still there stays; nothing new is chosen that is not.
  const isNew = (name: string): boolean =>
    known?.tools.includes(name) !== true && known?.descriptions[name] === undefined;
  const named = [...planned.tools, ...Object.keys(planned.descriptions)].filter(isNew);
  checkNames(named, planned.type, core.tools);
  return checkCustomTools({ ...planned, tools: [...new Set(planned.tools)] }, known, core.endpointTools);
}
