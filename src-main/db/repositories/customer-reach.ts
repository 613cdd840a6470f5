import type { Viewer } from '../../domain/viewer.ts';
import type { SqlCondition } from './sql-condition.ts';

export type CustomerKind = 'client' | 'site' | 'user' | 'asset';

/** Sites of the clients in a JSON list. */
export const sitesWithin = 'SELECT id FROM desk_site WHERE client_id IN (SELECT value FROM json_each(?))';

/** Users of the clients in a JSON list. */
export const usersWithin = `SELECT id FROM desk_user WHERE site_id IN (${sitesWithin})`;

/** The condition over a row of the customers' side that keeps a query to the clients within the viewer's limits. */
export function customerReachCondition(
  kind: CustomerKind,
  { limits }: Pick<Viewer, 'limits'>,
  alias: string,
): SqlCondition {
  if (limits === undefined || limits.clientIds.length === 0) return { sql: '1', parameters: [] };
  const clients = JSON.stringify(limits.clientIds);
  switch (kind) {
    case 'client':
      return { sql: `${alias}.id IN (SELECT value FROM json_each(?))`, parameters: [clients] };
    case 'site':
      return { sql: `${alias}.client_id IN (SELECT value FROM json_each(?))`, parameters: [clients] };
    case 'user':
      return { sql: `${alias}.site_id IN (${sitesWithin})`, parameters: [clients] };
    case 'asset':
      // An asset that somebody of another client uses would name that user.
      return {
        sql: `(${alias}.site_id IN (${sitesWithin}) AND (${alias}.user_id IS NULL OR ${alias}.user_id IN (${usersWithin})))`,
        parameters: [clients, clients],
      };
  }
}
