import {
  type CollectionSettings,
  collectionSettings,
  defaultEndpointId,
  type EndpointSettings,
  endpointSettings,
} from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository, type VersionRow } from '../../db/repositories/configuration-repository.ts';
import { createVirtualAgentRepository, type VirtualAgent } from '../../db/repositories/virtual-agent-repository.ts';
import type { Ports } from '../../ports.ts';

export interface Endpoint {
  readonly id: string;
  /** The version of its settings. */
  readonly version: number;
  readonly settings: EndpointSettings;
}

/** An endpoint that an administrator made, with a name and an alias. */
export interface Collection extends Endpoint {
  readonly settings: CollectionSettings;
  /** When and by whom it was saved last, in epoch milliseconds. */
  readonly savedAt: number;
  readonly savedBy: string;
}

export interface Endpoints {
  /** Counts every save of any endpoint; what was computed from their settings is valid for one value of it. */
  version(): number;
  find(id: string): Endpoint | undefined;
  /**
   * By what stands in an address after `/api/mcp/`: a collection's id or its slug, in any case. A slug that a collection
   * had before leads to it as long as no other has taken it.
   */
  findByAddress(part: string): Endpoint | undefined;
  get(id: string): Endpoint;
  /** Slugs of earlier names that still lead to the collection. */
  listFormerSlugs(id: string): string[];
  /** What people know it by; undefined when it is gone. */
  nameOf(id: string): string | undefined;
  /** All but the default endpoint, by name. */
  listCollections(): Collection[];
  /** Saves a new version of the endpoint's settings and tells the listeners after the commit. */
  save(id: string, change: Partial<EndpointSettings>, by: string): Endpoint;
  /** Saves a collection, which may be new, as it is. */
  putCollection(id: string, settings: CollectionSettings, by: string): Collection;
  removeCollection(id: string, by: string): void;
  /** The latest first, at most 200. Those of a collection that is gone stay. */
  listVersions(id: string): VersionRow[];
  onChange(listener: (endpoint: Pick<Endpoint, 'id'>, by: string) => void): () => void;
}

const kind = 'endpoint';

export const defaultEndpointName = 'Default endpoint';

/** The endpoints' settings, held in memory: the owner process is the only one that writes them. */
export function createEndpoints(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): Endpoints {
  const repository = createConfigurationRepository(database.connection);
  const virtualAgents = createVirtualAgentRepository(database.connection);
  const listeners = new Set<Parameters<Endpoints['onChange']>[0]>();
  const collections = new Map<string, Collection>();
  /** Which collection took a slug last. One that is gone keeps it: its clients are not sent to another. */
  const slugs = new Map(repository.listSlugs(kind).map(({ slug, objectId }) => [slug, objectId]));
  let version = repository.latestVersion();
  let standard: Endpoint | undefined;
  for (const row of repository.list(kind)) {
    const body: unknown = JSON.parse(row.body);
    const place = { id: row.objectId, version: row.version };
    if (row.objectId === defaultEndpointId) standard = { ...place, settings: endpointSettings.parse(body) };
    else {
      const saved = { savedAt: row.at, savedBy: row.by };
      collections.set(row.objectId, { ...place, ...saved, settings: collectionSettings.parse(body) });
    }
  }

  const write = (
    id: string,
    settings: EndpointSettings | CollectionSettings | null,
    keep: (version: number, at: number) => void,
    by: string,
  ): void => {
    const at = ports.now();
    const body = settings === null ? null : JSON.stringify(settings);
    version = database.inTransaction(() => {
      // What is deleted keeps its row, for the records that were made through it.
      if (settings !== null) virtualAgents.put(virtualAgentOf(id, settings));
      return repository.save(kind, id, body, at, by);
    });
    keep(version, at);
    for (const listener of listeners) listener({ id }, by);
  };

  const putStandard = (settings: EndpointSettings, by: string): void => {
    const keep = (saved: number) => (standard = { id: defaultEndpointId, version: saved, settings });
    write(defaultEndpointId, settings, keep, by);
  };

  const putCollection = (id: string, settings: CollectionSettings, by: string): void => {
    const keep = (saved: number, at: number): void => {
      collections.set(id, { id, version: saved, savedAt: at, savedBy: by, settings });
      slugs.set(settings.slug, id);
    };
    write(id, settings, keep, by);
  };

  if (standard === undefined) putStandard(endpointSettings.parse({}), 'workbench');

  const find = (id: string): Endpoint | undefined => (id === defaultEndpointId ? standard : collections.get(id));

  const get = (id: string): Endpoint => {
    const endpoint = find(id);
    if (endpoint === undefined) throw new AppError('not_found', `There is no endpoint ${id}.`);
    return endpoint;
  };

  const getCollection = (id: string): Collection => {
    const collection = collections.get(id);
    if (collection === undefined) throw new AppError('not_found', `There is no collection ${id}.`);
    return collection;
  };

  return {
    version: () => version,
    find,
    get,
    nameOf: (id) => (id === defaultEndpointId ? defaultEndpointName : collections.get(id)?.settings.name),
    findByAddress(part) {
      const wanted = part.toLowerCase();
      return find(wanted) ?? collections.get(slugs.get(wanted) ?? '');
    },
    listFormerSlugs: (id) =>
      [...slugs]
        .filter(([slug, holder]) => holder === id && slug !== collections.get(id)?.settings.slug)
        .map(([slug]) => slug),
    listCollections: () =>
      [...collections.values()].sort((one, other) => one.settings.name.localeCompare(other.settings.name, 'en')),
    save(id, change, by) {
      if (id === defaultEndpointId) putStandard(endpointSettings.parse({ ...get(id).settings, ...change }), by);
      else putCollection(id, collectionSettings.parse({ ...getCollection(id).settings, ...change }), by);
      return get(id);
    },
    putCollection(id, settings, by) {
      putCollection(id, settings, by);
      return getCollection(id);
    },
    removeCollection(id, by) {
      getCollection(id);
      write(id, null, () => collections.delete(id), by);
    },
    listVersions: (id) => repository.listVersions(kind, id),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const uses = { default: 'default_endpoint', agent: 'agent_collection', user: 'user_collection' } as const;

function virtualAgentOf(id: string, settings: EndpointSettings | CollectionSettings): VirtualAgent {
  return { id, name: 'name' in settings ? settings.name : defaultEndpointName, use: uses[settings.type] };
}
