import type { TicketReach, Viewer } from '../../domain/viewer.ts';
import { madeByColumn, madeByFunction } from '../made-by.ts';
import type { Connection } from './connection.ts';
import { createStatementCache } from './statement-cache.ts';
import { ticketReachCondition } from './ticket-reach.ts';
import type { NewTicket, TicketChanges, TicketListRow, TicketRow } from './ticket-rows.ts';

/** When something last happened that the audience may know of: a private entry is nothing to users. */
const lastActionAt: Readonly<Record<Viewer['audience'], string>> = {
  agents: 't.last_action_at',
  users: `coalesce((SELECT max(la.at) FROM desk_action la WHERE la.ticket_id = t.id AND la.private = 0), t.opened_at)`,
};

const listColumns = (audience: Viewer['audience']): string => `
  t.id, t.summary, s.name AS statusName, ty.name AS typeName, p.name AS priorityName, cl.name AS clientName,
  si.name AS siteName, u.name AS userName, a.name AS agentName, te.name AS teamName, t.opened_at AS openedAt,
  t.fix_by_at AS fixByAt, t.closed_at AS closedAt, ${lastActionAt[audience]} AS lastActionAt`;

const listTables = `desk_ticket t
  JOIN desk_status s ON s.id = t.status_id
  JOIN desk_ticket_type ty ON ty.id = t.type_id
  JOIN desk_priority p ON p.id = t.priority_id
  JOIN desk_site si ON si.id = t.site_id
  JOIN desk_client cl ON cl.id = si.client_id
  JOIN desk_user u ON u.id = t.user_id
  LEFT JOIN desk_team te ON te.id = t.team_id
  LEFT JOIN desk_agent a ON a.id = t.agent_id`;

const wholeTicket = (audience: Viewer['audience']): string => `SELECT ${listColumns(audience)},
  t.details, t.source, t.status_id AS statusId, s.kind AS statusKind, t.type_id AS typeId,
  t.priority_id AS priorityId, ty.sla_id AS slaId, sla.name AS slaName, t.category_id AS categoryId, ca.name AS categoryName, t.site_id AS siteId,
  si.client_id AS clientId, t.user_id AS userId, u.email AS userEmail, t.team_id AS teamId, t.agent_id AS agentId,
  t.service_id AS serviceId, se.name AS serviceName, t.parent_id AS parentId, t.respond_by_at AS respondByAt,
  t.responded_at AS respondedAt, t.held_since_at AS heldSinceAt, t.held_seconds AS heldSeconds,
  t.closure_note AS closureNote, t.step_id AS stepId, ty.workflow_id AS workflowId
  FROM ${listTables}
  JOIN desk_sla sla ON sla.id = ty.sla_id
  LEFT JOIN desk_category ca ON ca.id = t.category_id
  LEFT JOIN desk_service se ON se.id = t.service_id
  WHERE t.id = ?`;

const openOnly = `t.status_id IN (SELECT id FROM desk_status WHERE kind = 'open')`;

/** The columns that an action may change, by the name they have in `TicketChanges`. */
const changeable: Readonly<Record<keyof TicketChanges, string>> = {
  statusId: 'status_id',
  teamId: 'team_id',
  agentId: 'agent_id',
  respondByAt: 'respond_by_at',
  respondedAt: 'responded_at',
  fixByAt: 'fix_by_at',
  heldSinceAt: 'held_since_at',
  heldSeconds: 'held_seconds',
  closedAt: 'closed_at',
  closureNote: 'closure_note',
  priorityId: 'priority_id',
  stepId: 'step_id',
  lastActionAt: 'last_action_at',
};

export interface TicketFilter {
  /** Whose tickets: those assigned to an agent, or those of a user. */
  readonly of: 'agent' | 'user';
  readonly id: number;
  readonly openOnly: boolean;
}

export function createTicketRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const insert = connection.prepare(`INSERT INTO desk_ticket (type_id, status_id, priority_id, site_id, user_id,
    team_id, agent_id, summary, details, source, opened_at, respond_by_at, fix_by_at, held_since_at, step_id,
    last_action_at, category_id, ${madeByColumn})
    VALUES (:typeId, :statusId, :priorityId, :siteId, :userId, :teamId, :agentId, :summary, :details, :source,
    :openedAt, :respondByAt, :fixByAt, :heldSinceAt, :stepId, :openedAt, :categoryId, ${madeByFunction}())`);

  const where = (reach: TicketReach, filter: TicketFilter) => {
    const seen = ticketReachCondition(reach, 't');
    const owner = filter.of === 'agent' ? 't.agent_id = ?' : 't.user_id = ?';
    const sql = `${owner} AND ${seen.sql}${filter.openOnly ? ` AND ${openOnly}` : ''}`;
    return { sql, parameters: [filter.id, ...seen.parameters] };
  };

  return {
    /** Undefined for a ticket that is not there and for one out of reach alike. */
    find(viewer: Viewer, id: number): TicketRow | undefined {
      const seen = ticketReachCondition(viewer.tickets, 't');
      return prepare<TicketRow>(`${wholeTicket(viewer.audience)} AND ${seen.sql}`).get(id, ...seen.parameters);
    },

    isWithin(reach: TicketReach, id: number): boolean {
      const seen = ticketReachCondition(reach, 't');
      const statement = prepare(`SELECT 1 FROM desk_ticket t WHERE t.id = ? AND ${seen.sql}`);
      return statement.get(id, ...seen.parameters) !== undefined;
    },

    /** Those of the tickets that are within reach, in no particular order. */
    listByIds(viewer: Viewer, ids: readonly number[]): TicketListRow[] {
      const seen = ticketReachCondition(viewer.tickets, 't');
      const statement = prepare<TicketListRow>(
        `SELECT ${listColumns(viewer.audience)} FROM ${listTables} WHERE t.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
      );
      return statement.all(JSON.stringify(ids), ...seen.parameters);
    },

    /** The most recently touched first. */
    list(viewer: Viewer, filter: TicketFilter, limit: number, offset: number): TicketListRow[] {
      const { sql, parameters } = where(viewer.tickets, filter);
      const statement = prepare<TicketListRow>(
        `SELECT ${listColumns(viewer.audience)} FROM ${listTables} WHERE ${sql}
         ORDER BY lastActionAt DESC, t.id DESC LIMIT ? OFFSET ?`,
      );
      return statement.all(...parameters, limit, offset);
    },

    count(viewer: Viewer, filter: TicketFilter): number {
      const { sql, parameters } = where(viewer.tickets, filter);
      const statement = prepare<{ total: number }>(`SELECT count(*) AS total FROM desk_ticket t WHERE ${sql}`);
      return statement.get(...parameters)?.total ?? 0;
    },

    insert(ticket: NewTicket): number {
      return Number(insert.run(ticket).lastInsertRowid);
    },

    update(id: number, changes: TicketChanges): void {
      const names = Object.keys(changes) as (keyof TicketChanges)[];
      const assignments = names.map((name) => `${changeable[name]} = :${name}`).join(', ');
      prepare(`UPDATE desk_ticket SET ${assignments} WHERE id = +:id`).run({ ...changes, id });
    },
  };
}

export type TicketRepository = ReturnType<typeof createTicketRepository>;
