import type { SiteNameRow } from '../../db/repositories/import-lookup-repository.ts';
import { createBoundedMap } from './bounded-map.ts';
import { deskRow } from './desk-row.ts';
import type { LoadContext } from './load-context.ts';

const mainSite = 'Main';

/** Clients and sites by name, made where the desk has none of that name. */
export function createPlaces({ target, lookups, records, plan, now }: LoadContext) {
  const clients = createBoundedMap<number>(10_000);
  const sites = createBoundedMap<SiteNameRow>(10_000);

  const findClient = (name: string): number | undefined => {
    const key = name.toLowerCase();
    const known =
      clients.get(key) ??
      records.find('client', name, plan.source)?.recordId ??
      lookups.clients(name)[0]?.id ??
      records.lookUp('client', name)?.recordId;
    return known === undefined ? undefined : clients.set(key, known);
  };

  const client = (name: string): number =>
    findClient(name) ?? clients.set(name.toLowerCase(), target.insert('desk_client', deskRow.client(name, now)));

  const addSite = (key: string, clientId: number, name: string): SiteNameRow =>
    sites.set(key, { id: target.insert('desk_site', deskRow.site(clientId, name)), name, clientId });

  const mainSiteOf = (clientId: number): SiteNameRow => {
    const key = `main ${clientId}`;
    const known = sites.get(key) ?? lookups.firstSiteOf(clientId);
    return known === undefined ? addSite(key, clientId, mainSite) : sites.set(key, known);
  };

  const findSite = (name: string): SiteNameRow | undefined => {
    const known = sites.get(`any ${name.toLowerCase()}`);
    if (known !== undefined) return known;
    const [one, other] = lookups.sites(name);
    if (one === undefined || other !== undefined) return undefined;
    return sites.set(`any ${name.toLowerCase()}`, one);
  };

  return {
    findClient,
    client,
    findSite,
    /** The site that is named; a client's first one; or that of the client which stands for the whole source. */
    site(names: { readonly client?: string | undefined; readonly site?: string | undefined }): SiteNameRow {
      if (names.site === undefined) return mainSiteOf(client(names.client ?? plan.source));
      const anywhere = names.client === undefined ? findSite(names.site) : undefined;
      if (anywhere !== undefined) return anywhere;
      const clientId = client(names.client ?? plan.source);
      const key = `${clientId} ${names.site.toLowerCase()}`;
      const known = sites.get(key) ?? lookups.siteOfClient(clientId, names.site);
      return known === undefined ? addSite(key, clientId, names.site) : sites.set(key, known);
    },
  };
}

export type Places = ReturnType<typeof createPlaces>;
