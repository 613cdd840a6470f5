import type { FieldKind } from '../../../src-shared/domain/ticket-setup.ts';
import type { Connection } from './connection.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

type Level = 'none' | 'read' | 'edit';

export interface RoleListRow extends Named {
  readonly administrator: 0 | 1;
  readonly tickets: Level;
  readonly articles: Level;
  readonly customers: Level;
  readonly assets: Level;
  readonly time: Level;
  readonly sees: 'all' | 'teams' | 'own';
  readonly agents: number;
}

interface StatusListRow extends Named {
  readonly kind: 'open' | 'closed';
  readonly holdsSla: 0 | 1;
}

interface TypeListRow extends Named {
  readonly inactive: 0 | 1;
  readonly agentsCanLog: 0 | 1;
  readonly usersCanLog: 0 | 1;
  readonly isDefault: 0 | 1;
}

interface AgentChoiceRow extends Named {
  readonly disabled: 0 | 1;
  readonly apiOnly: 0 | 1;
  /** A JSON array of ids. */
  readonly teamIds: string;
}

type Withdrawable = Named & { readonly inactive: 0 | 1 };

/** The short lists that forms and filters choose from. Those of clients and agents end at a thousand. */
export function createLookupRepository(connection: Connection) {
  const list = <Row>(sql: string): (() => Row[]) => {
    const statement = connection.prepare<[], Row>(sql);
    return () => statement.all();
  };
  const listsOfArticle = connection.prepare<[number], Named>(`
    SELECT l.id, l.name FROM desk_article_in_list i JOIN desk_article_list l ON l.id = i.list_id
    WHERE i.article_id = +? ORDER BY l.name`);
  const statuses = connection
    .prepare<[], string>("SELECT DISTINCT status FROM desk_asset WHERE status <> '' ORDER BY 1 LIMIT 200")
    .pluck();
  const isClient = connection.prepare<[number]>('SELECT 1 FROM desk_client WHERE id = +?');

  return {
    listStatuses: list<StatusListRow>(
      'SELECT id, name, kind, holds_sla AS holdsSla FROM desk_status ORDER BY sequence, id',
    ),
    listTypes: list<TypeListRow>(`SELECT id, name, inactive, agents_can_log AS agentsCanLog,
      users_can_log AS usersCanLog, is_default AS isDefault FROM desk_ticket_type ORDER BY sequence, id`),
    listPriorities: list<Named & { sequence: number }>(
      'SELECT id, name, sequence FROM desk_priority ORDER BY sequence, id',
    ),
    listSlas: list<Named>('SELECT id, name FROM desk_sla ORDER BY name'),
    listCalendars: list<Named>('SELECT id, name FROM desk_calendar ORDER BY name'),
    listWorkflows: list<Named>('SELECT id, name FROM desk_workflow WHERE removed = 0 ORDER BY name'),
    listOutcomes: list<Withdrawable>('SELECT id, name, inactive FROM desk_outcome ORDER BY sequence, id'),
    listFields: list<Named & { readonly kind: FieldKind }>(
      'SELECT id, label AS name, kind FROM desk_field ORDER BY label COLLATE NOCASE, id',
    ),
    listCategories: list<Named>('SELECT id, name FROM desk_category ORDER BY name'),
    listTeams: list<Withdrawable>('SELECT id, name, inactive FROM desk_team ORDER BY name'),
    listAgents: list<AgentChoiceRow>(`SELECT a.id, a.name, a.disabled, a.api_only AS apiOnly,
      (SELECT json_group_array(t.team_id) FROM desk_agent_team t WHERE t.agent_id = a.id) AS teamIds
      FROM desk_agent a ORDER BY a.name, a.id LIMIT 1000`),
    listRoles: list<RoleListRow>(`SELECT r.id, r.name, r.administrator, r.tickets, r.articles, r.customers, r.assets,
      r.time, r.sees, (SELECT count(*) FROM desk_agent a WHERE a.role_id = r.id) AS agents
      FROM desk_role r ORDER BY r.name`),
    listAssetTypes: list<Named>('SELECT id, name FROM desk_asset_type ORDER BY name'),
    listAssetStatuses: () => statuses.all(),
    listArticleLists: list<Named>('SELECT id, name FROM desk_article_list ORDER BY name'),
    listServiceCategories: list<Named>('SELECT id, name FROM desk_service_category ORDER BY sequence, id'),
    listClients: list<Withdrawable>('SELECT id, name, inactive FROM desk_client ORDER BY name LIMIT 1000'),
    isClient: (id: number): boolean => isClient.get(id) !== undefined,
    listListsOfArticle: (articleId: number): Named[] => listsOfArticle.all(articleId),
  };
}
