import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';

export interface TicketTypeRow {
  readonly id: number;
  readonly name: string;
  readonly slaId: number;
  readonly defaultPriorityId: number;
  readonly defaultTeamId: number | null;
  readonly initialStatusId: number;
  readonly closedStatusId: number;
  readonly reopenStatusId: number | null;
  readonly workflowId: number | null;
  readonly isDefault: 0 | 1;
}

export interface StatusRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'open' | 'closed';
  readonly holdsSla: 0 | 1;
}

export interface SlaTargetRow {
  readonly respondSeconds: number;
  readonly fixSeconds: number;
}

export interface CalendarRow {
  readonly id: number;
  readonly zone: string;
  readonly hours: string;
  readonly holidays: string;
}

/** What a ticket's type fixes, and the statuses and service levels it leads to. */
export function createTicketTypeRepository(connection: Connection) {
  const columns = `id, name, sla_id AS slaId, default_priority_id AS defaultPriorityId,
    default_team_id AS defaultTeamId, initial_status_id AS initialStatusId, closed_status_id AS closedStatusId,
    reopen_status_id AS reopenStatusId, workflow_id AS workflowId, is_default AS isDefault`;
  const find = connection.prepare<[number], TicketTypeRow>(`SELECT ${columns} FROM desk_ticket_type WHERE id = +?`);
  const loggableBy = (flag: 'agents_can_log' | 'users_can_log') =>
    connection.prepare<[], TicketTypeRow>(
      `SELECT ${columns} FROM desk_ticket_type WHERE inactive = 0 AND ${flag} = 1 ORDER BY sequence, id`,
    );
  const loggable = { agents: loggableBy('agents_can_log'), users: loggableBy('users_can_log') };
  const findStatus = connection.prepare<[number], StatusRow>(
    'SELECT id, name, kind, holds_sla AS holdsSla FROM desk_status WHERE id = +?',
  );
  const findTarget = connection.prepare<[number, number], SlaTargetRow>(`
    SELECT respond_seconds AS respondSeconds, fix_seconds AS fixSeconds
    FROM desk_sla_target WHERE sla_id = +? AND priority_id = +?`);
  const findCalendar = connection.prepare<[number], CalendarRow>(`
    SELECT c.id, c.zone, c.hours, c.holidays FROM desk_sla s JOIN desk_calendar c ON c.id = s.calendar_id
    WHERE s.id = +?`);

  return {
    find: (id: number) => find.get(id),
    /** The types that somebody of the audience may log, in their order. */
    listLoggable: (audience: Viewer['audience']) => loggable[audience].all(),
    findStatus: (id: number) => findStatus.get(id),
    findTarget: (slaId: number, priorityId: number) => findTarget.get(slaId, priorityId),
    findCalendar: (slaId: number) => findCalendar.get(slaId),
  };
}

export type TicketTypeRepository = ReturnType<typeof createTicketTypeRepository>;
