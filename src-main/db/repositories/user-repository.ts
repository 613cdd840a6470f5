import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import { customerReachCondition } from './customer-reach.ts';
import { createStatementCache } from './statement-cache.ts';
import { ticketReachCondition } from './ticket-reach.ts';

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
  u.created_at AS createdAt`;
/** Of those that the viewer may see: a count tells of tickets as well. */
const openTickets = (seen: string): string => `(SELECT count(*) FROM desk_ticket t
  JOIN desk_status st ON st.id = t.status_id WHERE t.user_id = u.id AND st.kind = 'open' AND ${seen}) AS openTickets`;
const tables = 'desk_user u JOIN desk_site s ON s.id = u.site_id JOIN desk_client c ON c.id = s.client_id';

export function createUserRepository(connection: Connection) {
  const prepare = createStatementCache(connection);

  return {
    find(viewer: Viewer, id: number): UserRow | undefined {
      const tickets = ticketReachCondition(viewer.tickets, 't');
      const within = customerReachCondition('user', viewer, 'u');
      return prepare<UserRow>(
        `SELECT ${wholeColumns}, ${openTickets(tickets.sql)} FROM ${tables} WHERE u.id = ? AND ${within.sql}`,
      ).get(...tickets.parameters, id, ...within.parameters);
    },
    /** Upper and lower case are the same in an address. */
    findByEmail(viewer: Viewer, email: string): UserListRow | undefined {
      const within = customerReachCondition('user', viewer, 'u');
      const statement = prepare<UserListRow>(
        `SELECT ${listColumns} FROM ${tables} WHERE u.email = ? AND ${within.sql}`,
      );
      return statement.get(email, ...within.parameters);
    },
    listByIds(viewer: Viewer, ids: readonly number[]): UserListRow[] {
      const within = customerReachCondition('user', viewer, 'u');
      const statement = prepare<UserListRow>(
        `SELECT ${listColumns} FROM ${tables} WHERE u.id IN (SELECT value FROM json_each(?)) AND ${within.sql}`,
      );
      return statement.all(JSON.stringify(ids), ...within.parameters);
    },
  };
}
