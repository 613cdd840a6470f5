import type { Database } from 'better-sqlite3';

type Level = 'none' | 'read' | 'edit';

/** An agent, the agent's role and teams, in one row. */
export interface AgentRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly api_only: number;
  readonly disabled: number;
  readonly administrator: number;
  readonly tickets: Level;
  readonly articles: Level;
  readonly customers: Level;
  readonly assets: Level;
  readonly time: Level;
  readonly sees: 'all' | 'teams' | 'own';
  /** A JSON array of ids. */
  readonly team_ids: string;
}

export interface UserRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly site_id: number;
  readonly client_id: number;
  readonly sees: 'own' | 'site' | 'client';
  readonly inactive: number;
}

const agents = `
  SELECT a.id, a.name, a.email, a.api_only, a.disabled,
    r.administrator, r.tickets, r.articles, r.customers, r.assets, r.time, r.sees,
    (SELECT json_group_array(t.team_id) FROM desk_agent_team t WHERE t.agent_id = a.id) AS team_ids
  FROM desk_agent a JOIN desk_role r ON r.id = a.role_id`;

const users = `
  SELECT u.id, u.name, u.email, u.site_id, s.client_id, u.sees, u.inactive
  FROM desk_user u JOIN desk_site s ON s.id = u.site_id`;

export type PrincipalRepository = ReturnType<typeof createPrincipalRepository>;

/** The people that a request may act as, disabled ones included: who is refused, and how, is decided in access. */
export function createPrincipalRepository(connection: Database) {
  const agentById = connection.prepare<[number], AgentRow>(`${agents} WHERE a.id = +?`);
  const agentByEmail = connection.prepare<[string], AgentRow>(`${agents} WHERE a.email = +?`);
  const administrator = connection.prepare<[], AgentRow>(
    `${agents} WHERE r.administrator = 1 AND a.disabled = 0 ORDER BY a.id LIMIT 1`,
  );
  const userById = connection.prepare<[number], UserRow>(`${users} WHERE u.id = +?`);
  const userByEmail = connection.prepare<[string], UserRow>(`${users} WHERE u.email = +?`);
  const userByAgent = connection.prepare<[number], UserRow>(`${users} WHERE u.linked_agent_id = +?`);

  return {
    findAgent: (id: number) => agentById.get(id),
    findAgentByEmail: (email: string) => agentByEmail.get(email),
    findFirstAdministrator: () => administrator.get(),
    findUser: (id: number) => userById.get(id),
    findUserOfAgent: (agentId: number) => userByAgent.get(agentId),
    findUserByEmail: (email: string) => userByEmail.get(email),
  };
}
