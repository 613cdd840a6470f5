import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import { customerReachCondition } from './customer-reach.ts';
import { createStatementCache } from './statement-cache.ts';

export interface ClientListRow {
  readonly id: number;
  readonly name: string;
  readonly inactive: 0 | 1;
  readonly sites: number;
  readonly users: number;
}

export interface ClientRow extends ClientListRow {
  readonly notes: string;
  readonly createdAt: number;
}

const listColumns = `c.id, c.name, c.inactive,
  (SELECT count(*) FROM desk_site s WHERE s.client_id = c.id AND s.inactive = 0) AS sites,
  (SELECT count(*) FROM desk_user u JOIN desk_site s ON s.id = u.site_id
    WHERE s.client_id = c.id AND u.inactive = 0) AS users`;

export function createClientRepository(connection: Connection) {
  const prepare = createStatementCache(connection);

  return {
    find(viewer: Viewer, id: number): ClientRow | undefined {
      const within = customerReachCondition('client', viewer, 'c');
      const statement = prepare<ClientRow>(
        `SELECT ${listColumns}, c.notes, c.created_at AS createdAt FROM desk_client c WHERE c.id = ? AND ${within.sql}`,
      );
      return statement.get(id, ...within.parameters);
    },
    listByIds(viewer: Viewer, ids: readonly number[]): ClientListRow[] {
      const within = customerReachCondition('client', viewer, 'c');
      const statement = prepare<ClientListRow>(
        `SELECT ${listColumns} FROM desk_client c WHERE c.id IN (SELECT value FROM json_each(?)) AND ${within.sql}`,
      );
      return statement.all(JSON.stringify(ids), ...within.parameters);
    },
  };
}
