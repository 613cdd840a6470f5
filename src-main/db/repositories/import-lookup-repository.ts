import type { Connection } from './connection.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What an import compares names with: each by its name, people by their address and by their name. */
export function createImportLookupRepository(connection: Connection) {
  const all = <Row extends Named>(sql: string) => {
    const statement = connection.prepare<[], Row>(sql);
    return () => statement.all();
  };
  const byText = <Row>(sql: string) => {
    const statement = connection.prepare<[string], Row>(sql);
    return (text: string) => statement.all(text);
  };
  const byId = <Row>(sql: string) => {
    const statement = connection.prepare<[number], Row>(sql);
    return (id: number) => statement.get(id);
  };
  const site = 'SELECT id, name, client_id AS clientId FROM desk_site';
  const user = 'SELECT id, name, email, site_id AS siteId, linked_agent_id AS linkedAgentId FROM desk_user';
  const agent = 'SELECT id, name, email FROM desk_agent';
  const siteOfClient = connection.prepare<[number, string], SiteNameRow>(`${site} WHERE client_id = ? AND name = ?`);
  const firstSite = connection.prepare<[number], SiteNameRow>(`${site} WHERE client_id = ? ORDER BY id LIMIT 1`);

  return {
    statuses: all<Named & { kind: 'open' | 'closed' }>('SELECT id, name, kind FROM desk_status ORDER BY sequence, id'),
    priorities: all<Named>('SELECT id, name FROM desk_priority ORDER BY sequence, id'),
    types: all<TypeNameRow>(`SELECT id, name, sla_id AS slaId, default_priority_id AS defaultPriorityId,
      default_team_id AS defaultTeamId, initial_status_id AS initialStatusId, closed_status_id AS closedStatusId,
      is_default AS isDefault FROM desk_ticket_type ORDER BY is_default DESC, sequence, id`),
    roles: all<Named & { administrator: 0 | 1; tickets: string }>(
      'SELECT id, name, administrator, tickets FROM desk_role ORDER BY id',
    ),
    fields: all<Named & { label: string; kind: string }>('SELECT id, name, label, kind FROM desk_field ORDER BY id'),
    teams: all<Named>('SELECT id, name FROM desk_team ORDER BY name'),
    categories: byText<Named>('SELECT id, name FROM desk_category WHERE name = ?'),
    services: byText<Named>('SELECT id, name FROM desk_service WHERE name = ?'),
    serviceCategories: byText<Named>('SELECT id, name FROM desk_service_category WHERE name = ?'),
    assetTypes: byText<Named>('SELECT id, name FROM desk_asset_type WHERE name = ?'),
    articleLists: byText<Named>('SELECT id, name FROM desk_article_list WHERE name = ?'),
    clients: byText<Named>('SELECT id, name FROM desk_client WHERE name = ?'),
    sites: byText<SiteNameRow>(`${site} WHERE name = ? LIMIT 2`),
    assets: byText<Named>('SELECT id, tag AS name FROM desk_asset WHERE tag = ?'),
    usersByEmail: byText<PersonRow>(`${user} WHERE email = ?`),
    usersByName: byText<PersonRow>(`${user} WHERE name = ? ORDER BY id LIMIT 2`),
    agentsByEmail: byText<Named & { email: string }>(`${agent} WHERE email = ?`),
    agentsByName: byText<Named & { email: string }>(`${agent} WHERE name = ? ORDER BY id LIMIT 2`),
    site: byId<SiteNameRow>(`${site} WHERE id = ?`),
    siteOfClient: (clientId: number, name: string) => siteOfClient.get(clientId, name),
    firstSiteOf: (clientId: number) => firstSite.get(clientId),
    user: byId<PersonRow>(`${user} WHERE id = ?`),
    agent: byId<Named & { email: string }>(`${agent} WHERE id = ?`),
    userOfAgent: byId<PersonRow>(`${user} WHERE linked_agent_id = ?`),
    client: byId<Named>('SELECT id, name FROM desk_client WHERE id = ?'),
    sampleNames: (lookup: keyof typeof samples): string[] =>
      connection.prepare<[], string>(samples[lookup]).pluck().all(),
  };
}

/** What a person chooses from where names are compared. */
const samples = {
  status: 'SELECT name FROM desk_status ORDER BY sequence LIMIT 1000',
  priority: 'SELECT name FROM desk_priority ORDER BY sequence LIMIT 1000',
  type: 'SELECT name FROM desk_ticket_type ORDER BY sequence LIMIT 1000',
  category: 'SELECT name FROM desk_category ORDER BY name LIMIT 1000',
  team: 'SELECT name FROM desk_team ORDER BY name LIMIT 1000',
  agent: 'SELECT name FROM desk_agent ORDER BY name LIMIT 1000',
  user: 'SELECT name FROM desk_user ORDER BY name LIMIT 1000',
  client: 'SELECT name FROM desk_client ORDER BY name LIMIT 1000',
  site: 'SELECT name FROM desk_site ORDER BY name LIMIT 1000',
  role: 'SELECT name FROM desk_role ORDER BY name LIMIT 1000',
  service: 'SELECT name FROM desk_service ORDER BY name LIMIT 1000',
  serviceCategory: 'SELECT name FROM desk_service_category ORDER BY name LIMIT 1000',
  assetType: 'SELECT name FROM desk_asset_type ORDER BY name LIMIT 1000',
  articleList: 'SELECT name FROM desk_article_list ORDER BY name LIMIT 1000',
  asset: 'SELECT tag FROM desk_asset ORDER BY tag LIMIT 1000',
  ticket: "SELECT '' WHERE 0",
} as const;

export type LookupName = keyof typeof samples;

export interface SiteNameRow extends Named {
  readonly clientId: number;
}

export interface PersonRow extends Named {
  readonly email: string;
  readonly siteId: number;
  readonly linkedAgentId: number | null;
}

export interface TypeNameRow extends Named {
  readonly slaId: number;
  readonly defaultPriorityId: number;
  readonly defaultTeamId: number | null;
  readonly initialStatusId: number;
  readonly closedStatusId: number;
  readonly isDefault: 0 | 1;
}

export type ImportLookupRepository = ReturnType<typeof createImportLookupRepository>;
