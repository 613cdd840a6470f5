import type { TicketReach } from '../../domain/viewer.ts';

export interface SqlCondition {
  /** A boolean SQL expression over a `desk_ticket` row under the given alias, with `?` for each parameter. */
  readonly sql: string;
  readonly parameters: readonly number[];
}

/** The condition that keeps a query to the tickets within reach. */
export function ticketReachCondition(reach: TicketReach, alias: string): SqlCondition {
  switch (reach.kind) {
    case 'all':
      return { sql: '1', parameters: [] };
    case 'none':
      return { sql: '0', parameters: [] };
    case 'teams':
      return {
        sql: `(${alias}.agent_id = ? OR ${alias}.team_id IN (${reach.teamIds.map(() => '?').join(', ') || 'NULL'}))`,
        parameters: [reach.agentId, ...reach.teamIds],
      };
    case 'agent':
      return { sql: `${alias}.agent_id = ?`, parameters: [reach.agentId] };
    case 'user':
      return { sql: `${alias}.user_id = ?`, parameters: [reach.userId] };
    case 'site':
      return {
        sql: `(${alias}.user_id = ? OR ${alias}.site_id = ?)`,
        parameters: [reach.userId, reach.siteId],
      };
    case 'client':
      return {
        sql: `(${alias}.user_id = ? OR ${alias}.site_id IN (SELECT id FROM desk_site WHERE client_id = ?))`,
        parameters: [reach.userId, reach.clientId],
      };
  }
}
