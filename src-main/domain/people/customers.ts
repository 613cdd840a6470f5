import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type ClientListRow, type ClientRow, createClientRepository } from '../../db/repositories/client-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createSiteRepository, type SiteRow } from '../../db/repositories/site-repository.ts';
import type { Viewer } from '../viewer.ts';

export type { ClientListRow, SiteRow };

export interface ClientWithSites extends ClientRow {
  readonly siteRows: readonly SiteRow[];
}

export function createClients(connection: Connection) {
  const clients = createClientRepository(connection);
  const sites = createSiteRepository(connection);

  return {
    get(viewer: Viewer, id: number): ClientWithSites {
      const client = clients.find(viewer, id);
      if (client === undefined)
        throw new AppError('not_found', `There is no client ${id}. Search for it to find its id.`);
      return { ...client, siteRows: sites.listOfClient(id) };
    },
    listByIds: clients.listByIds,
  };
}

export function createSites(connection: Connection) {
  const sites = createSiteRepository(connection);

  return {
    get(viewer: Viewer, id: number): SiteRow {
      const site = sites.find(viewer, id);
      if (site === undefined) throw new AppError('not_found', `There is no site ${id}. Search for it to find its id.`);
      return site;
    },
    listByIds: sites.listByIds,
  };
}
