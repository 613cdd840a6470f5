import type { AccessLevel, RoleArea } from '../../domain/principal.ts';
import type { Connection } from './connection.ts';

export interface AgentRow extends Readonly<Record<RoleArea, AccessLevel>> {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly defaultTeamId: number | null;
  readonly apiOnly: 0 | 1;
  readonly disabled: 0 | 1;
  readonly roleName: string;
  readonly administrator: 0 | 1;
  readonly sees: 'all' | 'teams' | 'own';
}

export interface TeamRow {
  readonly id: number;
  readonly name: string;
}

export function createAgentRepository(connection: Connection) {
  const find = connection.prepare<[number], AgentRow>(`
    SELECT a.id, a.name, a.email, a.job_title AS jobTitle, a.default_team_id AS defaultTeamId, a.api_only AS apiOnly,
      a.disabled, r.name AS roleName, r.administrator, r.tickets, r.articles, r.customers, r.assets, r.time, r.sees
    FROM desk_agent a JOIN desk_role r ON r.id = a.role_id WHERE a.id = +?`);
  const teams = connection.prepare<[number], TeamRow>(`
    SELECT t.id, t.name FROM desk_agent_team m JOIN desk_team t ON t.id = m.team_id
    WHERE m.agent_id = +? AND t.inactive = 0 ORDER BY t.name`);

  const team = connection.prepare<[number], TeamRow>('SELECT id, name FROM desk_team WHERE id = +? AND inactive = 0');
  const administrators = connection
    .prepare<[], number>(
      `SELECT count(*) FROM desk_agent a JOIN desk_role r ON r.id = a.role_id
       WHERE r.administrator = 1 AND a.disabled = 0`,
    )
    .pluck();

  return {
    find: (id: number) => find.get(id),
    /** Undefined for an inactive team too. */
    findTeam: (id: number) => team.get(id),
    /** Those who are enabled. */
    countAdministrators: () => administrators.get() ?? 0,
    listTeams: (agentId: number) => teams.all(agentId),
  };
}

export type AgentRepository = ReturnType<typeof createAgentRepository>;
