import type { Connection } from './connection.ts';

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
  const find = connection.prepare<[number], ClientRow>(`
    SELECT ${listColumns}, c.notes, c.created_at AS createdAt
    FROM desk_client c WHERE c.id = +?`);
  const listByIds = connection.prepare<[string], ClientListRow>(
    `SELECT ${listColumns} FROM desk_client c WHERE c.id IN (SELECT value FROM json_each(+?))`,
  );

  return {
    find: (id: number) => find.get(id),
    listByIds: (ids: readonly number[]) => listByIds.all(JSON.stringify(ids)),
  };
}
