import type { Connection } from './connection.ts';
import { madeByColumns, type MadeByRow } from './made-by-columns.ts';
import { createReadTogether } from './read-together.ts';
import { createStatementCache } from './statement-cache.ts';
import {
  overdueCondition,
  type TicketConditions,
  ticketConditions,
  type TicketListFilters,
} from './ticket-list-filters.ts';

export type TicketSort =
  | 'id'
  | 'openedAt'
  | 'fixByAt'
  | 'closedAt'
  | 'lastActionAt'
  | 'status'
  | 'type'
  | 'priority'
  | 'client'
  | 'user'
  | 'agent'
  | 'team';

export interface TicketIdPage {
  readonly ids: readonly number[];
  readonly total: number;
}

/** One stretch of a list in its order. */
export interface Stretch {
  readonly sort: TicketSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface TicketOverviewRow extends MadeByRow {
  readonly id: number;
  readonly summary: string;
  readonly statusId: number;
  readonly statusName: string;
  readonly statusKind: 'open' | 'closed';
  readonly typeId: number;
  readonly typeName: string;
  readonly priorityId: number;
  readonly priorityName: string;
  readonly prioritySequence: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly siteId: number;
  readonly siteName: string;
  readonly userId: number;
  readonly userName: string;
  readonly agentId: number | null;
  readonly agentName: string | null;
  readonly teamId: number | null;
  readonly teamName: string | null;
  readonly openedAt: number;
  readonly fixByAt: number | null;
  readonly closedAt: number | null;
  readonly lastActionAt: number;
  readonly overdue: 0 | 1;
}

/** Sorted by a column of the ticket itself, on an index that also holds what lists filter by. */
const ownColumns: Readonly<Partial<Record<TicketSort, string>>> = {
  id: 'id',
  openedAt: 'opened_at',
  fixByAt: 'fix_by_at',
  closedAt: 'closed_at',
  lastActionAt: 'last_action_at',
};

/** Sorted by what a ticket points at: the column, its index by time, and the ids it may have in their order. */
interface Group {
  readonly column: string;
  readonly index: string;
  readonly order: string;
}

const groups: Readonly<Partial<Record<TicketSort, Group>>> = {
  status: {
    column: 'status_id',
    index: 'desk_ticket_status',
    order: 'SELECT id FROM desk_status ORDER BY sequence, id',
  },
  type: {
    column: 'type_id',
    index: 'desk_ticket_type_recent',
    order: 'SELECT id FROM desk_ticket_type ORDER BY name, id',
  },
  priority: {
    column: 'priority_id',
    index: 'desk_ticket_priority_recent',
    order: 'SELECT id FROM desk_priority ORDER BY sequence, id',
  },
  client: {
    column: 'site_id',
    index: 'desk_ticket_site',
    order: 'SELECT s.id FROM desk_site s JOIN desk_client c ON c.id = s.client_id ORDER BY c.name, s.name, s.id',
  },
  user: { column: 'user_id', index: 'desk_ticket_user', order: 'SELECT id FROM desk_user ORDER BY name, id' },
  agent: { column: 'agent_id', index: 'desk_ticket_agent', order: 'SELECT id FROM desk_agent ORDER BY name, id' },
  team: { column: 'team_id', index: 'desk_ticket_team', order: 'SELECT id FROM desk_team ORDER BY name, id' },
};

const overviewColumns = `t.id, t.summary, s.id AS statusId, s.name AS statusName, s.kind AS statusKind, ty.id AS typeId,
  ty.name AS typeName, p.id AS priorityId, p.name AS priorityName, p.sequence AS prioritySequence,
  c.id AS clientId, c.name AS clientName, si.id AS siteId, si.name AS siteName, u.id AS userId, u.name AS userName,
  a.id AS agentId, a.name AS agentName, te.id AS teamId, te.name AS teamName, t.opened_at AS openedAt,
  t.fix_by_at AS fixByAt, t.closed_at AS closedAt, t.last_action_at AS lastActionAt,
  coalesce(${overdueCondition}, 0) AS overdue, ${madeByColumns('desk_ticket', 't')}
  FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id JOIN desk_ticket_type ty ON ty.id = t.type_id
  JOIN desk_priority p ON p.id = t.priority_id JOIN desk_site si ON si.id = t.site_id
  JOIN desk_client c ON c.id = si.client_id JOIN desk_user u ON u.id = t.user_id
  LEFT JOIN desk_agent a ON a.id = t.agent_id LEFT JOIN desk_team te ON te.id = t.team_id`;

/** Lists over all tickets: first the ids of a page from an index, then what the page shows of them. */
export function createTicketListRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const together = createReadTogether(connection);

  const idsOf = (sql: string, parameters: readonly (string | number)[]): number[] =>
    prepare<{ id: number }>(sql)
      .all(...parameters)
      .map(({ id }) => id);

  const countOf = (where: TicketConditions): number => {
    const index = where.countedOn === undefined ? '' : `INDEXED BY ${where.countedOn}`;
    const sql = `SELECT count(*) AS total FROM desk_ticket t ${index} WHERE ${where.sql}`;
    return prepare<{ total: number }>(sql).get(...where.parameters)?.total ?? 0;
  };

  const byOwnColumn = (column: string, where: TicketConditions, stretch: Stretch): TicketIdPage => {
    const index = where.selective ? '' : `INDEXED BY ${where.listedOn ?? `desk_ticket_by_${column}`}`;
    const direction = stretch.descending ? 'DESC' : 'ASC';
    const ids = idsOf(
      `SELECT t.id FROM desk_ticket t ${index} WHERE ${where.sql}
       ORDER BY t.${column} ${direction}, t.id ${direction} LIMIT ? OFFSET ?`,
      [...where.parameters, stretch.limit, stretch.offset],
    );
    return { ids, total: countOf(where) };
  };

  /** Counts each group, then reads only from those that the page meets: no sort over all the tickets. */
  const byGroup = (
    { column, index: byTime, order }: Group,
    where: TicketConditions,
    stretch: Stretch,
  ): TicketIdPage => {
    const index = where.selective || where.sql === '1' ? '' : `INDEXED BY ${where.listedOn ?? 'desk_ticket_by_id'}`;
    const counts = new Map(
      prepare<{ id: number | null; tickets: number }>(
        `SELECT t.${column} AS id, count(*) AS tickets FROM desk_ticket t ${index} WHERE ${where.sql} GROUP BY t.${column}`,
      )
        .all(...where.parameters)
        .map(({ id, tickets }) => [id, tickets]),
    );
    // What points at nothing comes first, as nothing does in any sort.
    const inOrder = [null, ...idsOf(order, [])];
    if (stretch.descending) inOrder.reverse();
    const direction = stretch.descending ? 'DESC' : 'ASC';
    const ids: number[] = [];
    let skip = stretch.offset;
    for (const group of inOrder) {
      const tickets = counts.get(group) ?? 0;
      if (skip >= tickets) skip -= tickets;
      else if (ids.length < stretch.limit) {
        const own = group === null ? `t.${column} IS NULL` : `t.${column} = ?`;
        const more = idsOf(
          `SELECT t.id FROM desk_ticket t ${where.selective ? '' : `INDEXED BY ${where.listedOn ?? byTime}`} WHERE ${own} AND ${where.sql}
           ORDER BY t.last_action_at ${direction}, t.id ${direction} LIMIT ? OFFSET ?`,
          [...(group === null ? [] : [group]), ...where.parameters, stretch.limit - ids.length, skip],
        );
        ids.push(...more);
        skip = 0;
      }
    }
    return { ids, total: [...counts.values()].reduce((sum, tickets) => sum + tickets, 0) };
  };

  return {
    together,

    page(filters: TicketListFilters, now: number, stretch: Stretch): TicketIdPage {
      const where = ticketConditions(filters, now);
      const group = groups[stretch.sort];
      if (group !== undefined) return byGroup(group, where, stretch);
      return byOwnColumn(ownColumns[stretch.sort] ?? 'last_action_at', where, stretch);
    },

    /** Those of the tickets that the filters leave, in the order of a sort. */
    keep(ids: readonly number[], filters: TicketListFilters, now: number, stretch?: Stretch): number[] {
      const where = ticketConditions(filters, now);
      const kept = idsOf(
        `SELECT t.id FROM desk_ticket t WHERE t.id IN (SELECT value FROM json_each(?)) AND ${where.sql}`,
        [JSON.stringify(ids), ...where.parameters],
      );
      if (stretch === undefined) {
        const left = new Set(kept);
        return ids.filter((id) => left.has(id));
      }
      const direction = stretch.descending ? 'DESC' : 'ASC';
      const group = groups[stretch.sort];
      const among = `t.id IN (SELECT value FROM json_each(?))`;
      if (group === undefined) {
        const column = ownColumns[stretch.sort] ?? 'last_action_at';
        const sql = `SELECT t.id FROM desk_ticket t WHERE ${among} ORDER BY t.${column} ${direction}, t.id ${direction}`;
        return idsOf(sql, [JSON.stringify(kept)]);
      }
      const sql = `SELECT t.id FROM desk_ticket t
        LEFT JOIN (SELECT id, row_number() OVER () AS place FROM (${group.order})) g ON g.id = t.${group.column}
        WHERE ${among} ORDER BY g.place ${direction}, t.last_action_at ${direction}, t.id ${direction}`;
      return idsOf(sql, [JSON.stringify(kept)]);
    },

    count: (filters: TicketListFilters, now: number): number => countOf(ticketConditions(filters, now)),

    /** In the order of the ids. */
    describe(ids: readonly number[], now: number): TicketOverviewRow[] {
      const rows = prepare<TicketOverviewRow>(
        `SELECT ${overviewColumns} WHERE t.id IN (SELECT value FROM json_each(?))`,
      ).all(now, JSON.stringify(ids));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },

    /** How many tickets are in each status. */
    countByStatus: (): { id: number; name: string; kind: 'open' | 'closed'; tickets: number }[] =>
      prepare<{ id: number; name: string; kind: 'open' | 'closed'; tickets: number }>(
        `SELECT s.id, s.name, s.kind, (SELECT count(*) FROM desk_ticket t WHERE t.status_id = s.id) AS tickets
         FROM desk_status s ORDER BY s.sequence, s.id`,
      ).all(),

    /** How many tickets were opened on each day (in UTC) from a moment on; days without any are left out. */
    countByDay: (from: number): { day: number; tickets: number }[] =>
      prepare<{ day: number; tickets: number }>(
        `SELECT opened_at / 86400000 AS day, count(*) AS tickets FROM desk_ticket INDEXED BY desk_ticket_by_opened_at
         WHERE opened_at >= ? GROUP BY day ORDER BY day`,
      ).all(from),
  };
}

export type TicketListRepository = ReturnType<typeof createTicketListRepository>;
