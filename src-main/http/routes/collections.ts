import type { CollectionFunction, CollectionVersionView, CollectionView } from '../../../src-shared/api/collections.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { type CollectionSettings, collectionSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { countBytes } from '../../../src-shared/domain/estimate-tokens.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { VersionRow } from '../../db/repositories/configuration-repository.ts';
import type { Collection } from '../../domain/configuration/endpoints.ts';
import { describeTool, listTools } from '../../tools/catalogue.ts';
import { measureListing } from '../../tools/measure-listing.ts';
import { widestPrincipal } from '../../tools/widest-principal.ts';
import { collectionUrl } from '../addresses.ts';
import {
  checkVersion,
  findCollection,
  getCollection,
  getVersion,
  planChanged,
  planClone,
  planNew,
  planRestored,
} from '../change-collection.ts';
import { describeDifference } from '../collection-difference.ts';
import { clientsOf, describeClients } from '../connected-clients.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';
import { toToolFacts } from '../tool-facts.ts';

export const collectionRoutes = {
  list: os.collections.list.handler(({ context }) =>
    context.core.endpoints.listCollections().map((collection) => view(context, collection)),
  ),
  get: os.collections.get.handler(({ context, input }) => view(context, getCollection(context.core, input.collection))),
  create: os.collections.create.handler(({ context, input }) => add(context, planNew(context.core, input))),
  save: os.collections.save.handler(({ context, input: { collection, version, changes } }) => {
    const before = getCollection(context.core, collection);
    checkVersion(before, version);
    return put(context, before, planChanged(context.core, before, changes));
  }),
  clone: os.collections.clone.handler(({ context, input: { collection, ...wanted } }) =>
    add(context, planClone(context.core, getCollection(context.core, collection), wanted)),
  ),
  delete: os.collections.delete.handler(({ context: { core, actor }, input }) => {
    const collection = getCollection(core, input.collection);
    checkVersion(collection, input.version);
    core.endpoints.removeCollection(collection.id, actor);
    return { id: collection.id, name: collection.settings.name };
  }),
  versions: os.collections.versions.handler(({ context: { core }, input }) => {
    const id = findCollection(core, input.collection)?.id ?? input.collection;
    const versions = core.endpoints.listVersions(id);
    if (versions.length > 0) return versions.map(describeVersion);
    throw new AppError('not_found', `There is no collection "${input.collection}", and there was none of this id.`);
  }),
  versionDifference: os.collections.versionDifference.handler(({ context: { core }, input }) => {
    const collection = getCollection(core, input.collection);
    const old = getVersion(core, collection, input.restore);
    return describeDifference(core, collection, { ...old, slug: collection.settings.slug });
  }),
  restore: os.collections.restore.handler(({ context, input: { collection, version, restore } }) => {
    const before = getCollection(context.core, collection);
    checkVersion(before, version);
    return put(context, before, planRestored(context.core, before, getVersion(context.core, before, restore)));
  }),
  functions: os.collections.functions.handler(({ context: { core }, input }) =>
    listFunctions(core, getCollection(core, input.collection)),
  ),
  clients: os.collections.clients.handler(({ context: { core }, input }) =>
    describeClients(core, getCollection(core, input.collection).id),
  ),
  measure: os.collections.measure.handler(({ context: { core }, input }) => {
    const settings = planNew(core, input);
    return measureListing(
      listTools(core.endpointTools.of(settings), { settings }, widestPrincipal(settings.type)) ?? [],
    );
  }),
  difference: os.collections.difference.handler(({ context: { core }, input }) => {
    const collection = getCollection(core, input.collection);
    return describeDifference(core, collection, planChanged(core, collection, input.changes));
  }),
};

function add(context: RouteContext, settings: CollectionSettings): CollectionView {
  const { endpoints, ports } = context.core;
  return view(context, endpoints.putCollection(ports.uuid(), settings, context.actor));
}

/** Saving what is already so would be a new version of nothing. */
function put(context: RouteContext, before: Collection, after: CollectionSettings): CollectionView {
  if (after === before.settings) return view(context, before);
  return view(context, context.core.endpoints.putCollection(before.id, after, context.actor));
}

function listFunctions({ endpointTools }: RouteContext['core'], { settings }: Collection): CollectionFunction[] {
  const { type } = settings;
  const own = { settings: { ...settings, descriptions: {} } };
  return endpointTools
    .of(settings)
    .filter(({ offered, custom }) => custom !== undefined || offered[type] !== 'no')
    .map((tool) => {
      const listed = describeTool(tool, own, widestPrincipal(type));
      const included = tool.custom === undefined && tool.offered[type] === 'listed';
      const source = tool.custom === undefined ? 'system' : 'custom';
      return { ...toToolFacts(tool, listed), source, included, bytes: countBytes(JSON.stringify(listed)) };
    });
}

function view({ core, serving }: RouteContext, collection: Collection): CollectionView {
  const { id, version, settings, savedAt, savedBy } = collection;
  const origin = serving()?.url;
  const listed = core.catalogues.find(collection, widestPrincipal(settings.type))?.listed ?? [];
  return {
    ...{ id, version, settings: shownSettings(settings) },
    ...(origin !== undefined && { url: collectionUrl(origin, id), alias: collectionUrl(origin, settings.slug) }),
    formerAliases:
      origin === undefined ? [] : core.endpoints.listFormerSlugs(id).map((slug) => collectionUrl(origin, slug)),
    ...{ savedAt: toTimestamp(savedAt), savedBy },
    listing: measureListing(listed),
    connectedClients: clientsOf(core, id).length,
  };
}

function shownSettings({ defaultConnection: _, ...settings }: CollectionSettings): CollectionView['settings'] {
  return settings;
}

function describeVersion({ version, at, by, body }: VersionRow): CollectionVersionView {
  const settings = body === null ? undefined : collectionSettings.parse(JSON.parse(body));
  return {
    ...{ version, at: toTimestamp(at), by },
    ...(settings !== undefined && { settings: shownSettings(settings) }),
  };
}
