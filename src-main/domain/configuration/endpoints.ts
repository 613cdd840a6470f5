import {
  defaultEndpointId,
  type EndpointSettings,
  endpointSettings,
} from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';

export interface Endpoint {
  readonly id: string;
  readonly settings: EndpointSettings;
}

export interface Endpoints {
  /** Counts every save of any configuration object; what was computed from configuration is valid for one value of it. */
  version(): number;
  find(id: string): Endpoint | undefined;
  get(id: string): Endpoint;
  /** Saves a new version of the endpoint's settings and tells the listeners after the commit. */
  save(id: string, change: Partial<EndpointSettings>, by: string): Endpoint;
  onChange(listener: (endpoint: Endpoint, by: string) => void): () => void;
}

const kind = 'endpoint';

/** The endpoints' settings, held in memory: the owner process is the only one that writes them. */
export function createEndpoints(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): Endpoints {
  const repository = createConfigurationRepository(database.connection);
  const listeners = new Set<(endpoint: Endpoint, by: string) => void>();
  const endpoints = new Map<string, Endpoint>();
  for (const row of repository.list(kind)) {
    endpoints.set(row.objectId, { id: row.objectId, settings: endpointSettings.parse(JSON.parse(row.body)) });
  }
  let version = repository.latestVersion();

  const write = (endpoint: Endpoint, by: string): Endpoint => {
    const body = JSON.stringify(endpoint.settings);
    version = database.inTransaction(() => repository.save(kind, endpoint.id, body, ports.now(), by));
    endpoints.set(endpoint.id, endpoint);
    for (const listener of listeners) listener(endpoint, by);
    return endpoint;
  };

  if (!endpoints.has(defaultEndpointId)) {
    write({ id: defaultEndpointId, settings: endpointSettings.parse({}) }, 'workbench');
  }

  const get = (id: string): Endpoint => {
    const endpoint = endpoints.get(id);
    if (endpoint === undefined) throw new AppError('not_found', `There is no endpoint ${id}.`);
    return endpoint;
  };

  return {
    version: () => version,
    find: (id) => endpoints.get(id),
    get,
    save: (id, change, by) => {
      const settings = endpointSettings.parse({ ...get(id).settings, ...change });
      return write({ id, settings }, by);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
