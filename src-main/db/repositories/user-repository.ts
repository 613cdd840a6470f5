import type { Connection } from './connection.ts';

export interface UserListRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly siteId: number;
  readonly siteName: string;
  readonly clientId: number;
  readonly clientName: string;
  readonly inactive: 0 | 1;
}

export interface UserRow extends UserListRow {
  readonly department: string;
  readonly sees: 'own' | 'site' | 'client';
  readonly important: 0 | 1;
  readonly linkedAgentId: number | null;
  readonly createdAt: number;
  readonly openTickets: number;
}

const listColumns = `u.id, u.name, u.email, u.phone, u.job_title AS jobTitle, u.site_id AS siteId, s.name AS siteName,
  s.client_id AS clientId, c.name AS clientName, u.inactive`;
const wholeColumns = `${listColumns}, u.department, u.sees, u.important, u.linked_agent_id AS linkedAgentId,
  u.created_at AS createdAt, (SELECT count(*) FROM desk_ticket t JOIN desk_status st ON st.id = t.status_id
    WHERE t.user_id = u.id AND st.kind = 'open') AS openTickets`;
const tables = 'desk_user u JOIN desk_site s ON s.id = u.site_id JOIN desk_client c ON c.id = s.client_id';

export function createUserRepository(connection: Connection) {
  const find = connection.prepare<[number], UserRow>(`SELECT ${wholeColumns} FROM ${tables} WHERE u.id = +?`);
  const findByEmail = connection.prepare<[string], UserListRow>(
    `SELECT ${listColumns} FROM ${tables} WHERE u.email = +?`,
  );
  const listByIds = connection.prepare<[string], UserListRow>(
    `SELECT ${listColumns} FROM ${tables} WHERE u.id IN (SELECT value FROM json_each(+?))`,
  );

  return {
    find: (id: number) => find.get(id),
    /** Upper and lower case are the same in an address. */
    findByEmail: (email: string) => findByEmail.get(email),
    listByIds: (ids: readonly number[]) => listByIds.all(JSON.stringify(ids)),
  };
}
