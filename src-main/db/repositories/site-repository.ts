import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import { customerReachCondition } from './customer-reach.ts';
import { createStatementCache } from './statement-cache.ts';

export interface SiteRow {
  readonly id: number;
  readonly name: string;
  readonly clientId: number;
  readonly clientName: string;
  readonly address: string;
  readonly phone: string;
  readonly inactive: 0 | 1;
  readonly users: number;
}

const sites = `SELECT s.id, s.name, s.client_id AS clientId, c.name AS clientName, s.address, s.phone, s.inactive,
    (SELECT count(*) FROM desk_user u WHERE u.site_id = s.id AND u.inactive = 0) AS users
  FROM desk_site s JOIN desk_client c ON c.id = s.client_id`;

export function createSiteRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const ofClient = connection.prepare<[number], SiteRow>(`${sites} WHERE s.client_id = +? ORDER BY s.name`);

  return {
    find(viewer: Viewer, id: number): SiteRow | undefined {
      const within = customerReachCondition('site', viewer, 's');
      return prepare<SiteRow>(`${sites} WHERE s.id = ? AND ${within.sql}`).get(id, ...within.parameters);
    },
    listByIds(viewer: Viewer, ids: readonly number[]): SiteRow[] {
      const within = customerReachCondition('site', viewer, 's');
      const statement = prepare<SiteRow>(`${sites} WHERE s.id IN (SELECT value FROM json_each(?)) AND ${within.sql}`);
      return statement.all(JSON.stringify(ids), ...within.parameters);
    },
    /** Whoever may see a client may see its sites. */
    listOfClient: (clientId: number) => ofClient.all(clientId),
  };
}
