import type { Connection } from './connection.ts';

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
  const find = connection.prepare<[number], SiteRow>(`${sites} WHERE s.id = +?`);
  const listByIds = connection.prepare<[string], SiteRow>(`${sites} WHERE s.id IN (SELECT value FROM json_each(+?))`);
  const ofClient = connection.prepare<[number], SiteRow>(`${sites} WHERE s.client_id = +? ORDER BY s.name`);

  return {
    find: (id: number) => find.get(id),
    listByIds: (ids: readonly number[]) => listByIds.all(JSON.stringify(ids)),
    listOfClient: (clientId: number) => ofClient.all(clientId),
  };
}
