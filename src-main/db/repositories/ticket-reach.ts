import type { DataLimits } from '../../../src-shared/domain/endpoint-settings.ts';
import type { TicketReach } from '../../domain/viewer.ts';
import { sitesWithin, usersWithin } from './customer-reach.ts';
import type { SqlCondition } from './sql-condition.ts';

/** The condition over a `desk_ticket` row that keeps a query to the tickets within reach. */
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
    case 'limited': {
      const parts = [ticketReachCondition(reach.reach, alias), ...limitConditions(reach.limits, alias)];
      return {
        sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`,
        parameters: parts.flatMap(({ parameters }) => parameters),
      };
    }
  }
}

function limitConditions({ teamIds, clientIds, ticketTypeIds }: DataLimits, alias: string): SqlCondition[] {
  const among = (column: string, ids: readonly number[], within = 'SELECT value FROM json_each(?)'): SqlCondition[] =>
    ids.length === 0 ? [] : [{ sql: `${alias}.${column} IN (${within})`, parameters: [JSON.stringify(ids)] }];
  return [
    ...among('team_id', teamIds),
    ...among('type_id', ticketTypeIds),
    // A ticket of somebody who has moved to another client would name that user.
    ...among('site_id', clientIds, sitesWithin),
    ...among('user_id', clientIds, usersWithin),
  ];
}
