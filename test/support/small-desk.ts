import type { ActionRow, ArticleRow, DeskRows, TicketRow } from '../../src-main/domain/demo/desk-rows.ts';
import { createEmptyRows } from '../../src-main/domain/demo/empty-rows.ts';

/** Monday, 2 March 2026, 09:00 in London (and in UTC). */
export const monday9 = Date.UTC(2026, 2, 2, 9);
export const hour = 3_600_000;

export const status = { new: 1, inProgress: 2, waiting: 3, closed: 9 };
export const type = { incident: 1, change: 2, retired: 3 };
export const agent = { ada: 1, tess: 2, otto: 3, robot: 4, gone: 5 };
export const user = { uma: 1, ulf: 2, sita: 3, cleo: 4, eve: 5, gone: 6 };
export const team = { first: 1, second: 2 };

const level = { tickets: 'edit', articles: 'edit', customers: 'edit', assets: 'edit', time: 'edit' } as const;

/** A ticket of Uma's, in work with Ada; `more` says what is different. */
export function ticketRow(id: number, more: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    type_id: type.incident,
    status_id: status.inProgress,
    priority_id: 1,
    category_id: null,
    site_id: 1,
    user_id: user.uma,
    team_id: team.first,
    agent_id: agent.ada,
    service_id: null,
    parent_id: null,
    summary: `Ticket ${id}`,
    details: `Details of ticket ${id}`,
    source: 'portal',
    opened_at: monday9,
    respond_by_at: monday9 + hour,
    responded_at: null,
    fix_by_at: monday9 + 8 * hour,
    held_since_at: null,
    held_seconds: 0,
    closed_at: null,
    closure_note: '',
    last_action_at: monday9 + id,
    step_id: null,
    ...more,
  };
}

export function actionRow(id: number, ticketId: number, number: number, more: Partial<ActionRow> = {}): ActionRow {
  return {
    id,
    ticket_id: ticketId,
    number,
    kind: 'reply',
    outcome: 'Email user',
    agent_id: agent.ada,
    user_id: null,
    actor: 'Ada Admin',
    private: 0,
    note: `Entry ${number}`,
    seconds: 0,
    status_before_id: status.inProgress,
    status_after_id: status.inProgress,
    at: monday9 + number,
    outcome_id: null,
    ...more,
  };
}

export function articleRow(id: number, more: Partial<ArticleRow> = {}): ArticleRow {
  return {
    id,
    title: `Article ${id}`,
    description: `About ${id}`,
    resolution: `Restart ${id}`,
    tags: 'vpn, laptop',
    audience: 'everyone',
    inactive: 0,
    created_by_agent_id: agent.ada,
    created_at: monday9,
    edited_at: monday9,
    review_at: null,
    useful: 1,
    not_useful: 0,
    ...more,
  };
}

/**
 * Two clients, three sites, agents who see all, their team's and their own tickets, users who see their own, their
 * site's and their client's. No tickets or articles: a test adds what it needs.
 */
export function smallDesk(): DeskRows {
  const made = { created_at: monday9 };
  const person = {
    phone: '',
    job_title: '',
    department: '',
    important: 0,
    inactive: 0,
    linked_agent_id: null,
  } as const;
  const worker = { initials: '', job_title: 'Technician', api_only: 0, disabled: 0, default_team_id: null } as const;
  const rule = {
    workflow_id: null,
    allows_all_outcomes: 1,
    agents_can_log: 1,
    users_can_log: 0,
    is_default: 0,
    inactive: 0,
  } as const;
  const day = [['09:00', '17:00']];
  const hours = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  return {
    ...createEmptyRows(),
    desk_calendar: [{ id: 1, name: 'Office', zone: 'Europe/London', hours: JSON.stringify(hours), holidays: '[]' }],
    desk_priority: [{ id: 1, name: 'Normal', sequence: 1 }],
    desk_sla: [{ id: 1, name: 'Standard', calendar_id: 1 }],
    desk_sla_target: [{ id: 1, sla_id: 1, priority_id: 1, respond_seconds: 3600, fix_seconds: 8 * 3600 }],
    desk_status: [
      { id: status.new, name: 'New', kind: 'open', holds_sla: 0, sequence: 1 },
      { id: status.inProgress, name: 'In Progress', kind: 'open', holds_sla: 0, sequence: 2 },
      { id: status.waiting, name: 'Waiting', kind: 'open', holds_sla: 1, sequence: 3 },
      { id: status.closed, name: 'Closed', kind: 'closed', holds_sla: 0, sequence: 4 },
    ],
    desk_team: [
      { id: team.first, name: 'First Line', inactive: 0 },
      { id: team.second, name: 'Second Line', inactive: 0 },
    ],
    desk_role: [
      { id: 1, name: 'Administrator', administrator: 1, ...level, sees: 'all' },
      { id: 2, name: 'Team', administrator: 0, ...level, sees: 'teams' },
      { id: 3, name: 'Own', administrator: 0, ...level, sees: 'own' },
    ],
    desk_agent: [
      { id: agent.ada, name: 'Ada Admin', email: 'ada@desk.example', role_id: 1, ...worker, ...made },
      { id: agent.tess, name: 'Tess Team', email: 'tess@desk.example', role_id: 2, ...worker, ...made },
      { id: agent.otto, name: 'Otto Own', email: 'otto@desk.example', role_id: 3, ...worker, ...made },
      { id: agent.robot, name: 'Robot', email: 'robot@desk.example', role_id: 1, ...worker, api_only: 1, ...made },
      { id: agent.gone, name: 'Gone Agent', email: 'gone@desk.example', role_id: 1, ...worker, disabled: 1, ...made },
    ],
    desk_agent_team: [
      { id: 1, agent_id: agent.ada, team_id: team.first },
      { id: 2, agent_id: agent.tess, team_id: team.second },
      { id: 3, agent_id: agent.otto, team_id: team.first },
    ],
    desk_client: [
      { id: 1, name: 'Northwind', notes: 'Gold', inactive: 0, ...made },
      { id: 2, name: 'Southwind', notes: '', inactive: 0, ...made },
    ],
    desk_site: [
      { id: 1, client_id: 1, name: 'Harbour', address: 'Quay 1', phone: '1', inactive: 0 },
      { id: 2, client_id: 1, name: 'Hill', address: 'Top 2', phone: '2', inactive: 0 },
      { id: 3, client_id: 2, name: 'Valley', address: 'Low 3', phone: '3', inactive: 0 },
    ],
    desk_user: [
      { id: user.uma, site_id: 1, name: 'Uma Own', email: 'uma@north.example', sees: 'own', ...person, ...made },
      { id: user.ulf, site_id: 1, name: 'Ulf Own', email: 'ulf@north.example', sees: 'own', ...person, ...made },
      { id: user.sita, site_id: 1, name: 'Sita Site', email: 'sita@north.example', sees: 'site', ...person, ...made },
      {
        id: user.cleo,
        site_id: 2,
        name: 'Cleo Client',
        email: 'cleo@north.example',
        sees: 'client',
        ...person,
        ...made,
      },
      { id: user.eve, site_id: 3, name: 'Eve Else', email: 'eve@south.example', sees: 'client', ...person, ...made },
      {
        id: user.gone,
        site_id: 1,
        name: 'Gone User',
        email: 'gone@north.example',
        sees: 'own',
        ...person,
        ...made,
        inactive: 1,
      },
    ],
    desk_ticket_type: [
      {
        id: type.incident,
        name: 'Incident',
        itil_kind: 'incident',
        sla_id: 1,
        default_priority_id: 1,
        default_team_id: team.first,
        initial_status_id: status.new,
        closed_status_id: status.closed,
        reopen_status_id: status.inProgress,
        sequence: 1,
        ...rule,
        users_can_log: 1,
        is_default: 1,
      },
      {
        id: type.change,
        name: 'Change Request',
        itil_kind: 'change',
        sla_id: 1,
        default_priority_id: 1,
        default_team_id: team.second,
        initial_status_id: status.waiting,
        closed_status_id: status.closed,
        reopen_status_id: null,
        sequence: 2,
        ...rule,
      },
      {
        id: type.retired,
        name: 'Retired',
        itil_kind: 'other',
        sla_id: 1,
        default_priority_id: 1,
        default_team_id: null,
        initial_status_id: status.new,
        closed_status_id: status.closed,
        reopen_status_id: null,
        sequence: 3,
        ...rule,
        inactive: 1,
      },
    ],
    desk_asset_type: [{ id: 1, name: 'Laptop' }],
    desk_service_category: [{ id: 1, name: 'Workplace', summary: '', sequence: 1 }],
  };
}
