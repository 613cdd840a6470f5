const countOf = (table: string, column: string): string => `(SELECT count(*) FROM ${table} x WHERE x.${column} = r.id)`;
const tickets = (column: string): string => countOf('desk_ticket', column);

/** The lists of what tickets are set up with. */
export const setupLists = {
  ticketTypes: {
    from: `desk_ticket_type r JOIN desk_sla s ON s.id = r.sla_id LEFT JOIN desk_workflow w ON w.id = r.workflow_id
      LEFT JOIN desk_team e ON e.id = r.default_team_id`,
    columns: `r.id, r.name, r.itil_kind AS kind, w.id AS workflowId, w.name AS workflowName, s.id AS slaId,
      s.name AS slaName, e.id AS defaultTeamId, e.name AS defaultTeamName, r.agents_can_log AS agentsCanLog,
      r.users_can_log AS usersCanLog, r.is_default AS isDefault, r.inactive, ${tickets('type_id')} AS tickets`,
    sorts: { sequence: 'r.sequence', name: 'r.name', id: 'r.id', sla: 's.name', tickets: tickets('type_id') },
    searched: ['r.name', 's.name', 'w.name', 'e.name'],
    filters: { inactive: 'r.inactive = ?', kind: 'r.itil_kind = ?' },
  },
  statuses: {
    from: 'desk_status r',
    columns: `r.id, r.name, r.kind, r.holds_sla AS holdsSla, ${tickets('status_id')} AS tickets`,
    sorts: { sequence: 'r.sequence', name: 'r.name', id: 'r.id', kind: 'r.kind', tickets: tickets('status_id') },
    searched: ['r.name'],
    filters: { kind: 'r.kind = ?' },
  },
  priorities: {
    from: 'desk_priority r',
    columns: `r.id, r.name, ${tickets('priority_id')} AS tickets`,
    sorts: { sequence: 'r.sequence', name: 'r.name', id: 'r.id', tickets: tickets('priority_id') },
    searched: ['r.name'],
    filters: {},
  },
  slas: {
    from: 'desk_sla r JOIN desk_calendar c ON c.id = r.calendar_id',
    columns: `r.id, r.name, c.id AS calendarId, c.name AS calendarName, ${countOf('desk_ticket_type', 'sla_id')} AS types,
      ${countOf('desk_sla_target', 'sla_id')} AS targets`,
    sorts: { name: 'r.name', id: 'r.id', calendar: 'c.name', types: countOf('desk_ticket_type', 'sla_id') },
    searched: ['r.name', 'c.name'],
    filters: {},
  },
  calendars: {
    from: 'desk_calendar r',
    columns: `r.id, r.name, r.zone, r.hours, json_array_length(r.holidays) AS holidays,
      ${countOf('desk_sla', 'calendar_id')} AS slas`,
    sorts: { name: 'r.name', id: 'r.id', zone: 'r.zone', slas: countOf('desk_sla', 'calendar_id') },
    searched: ['r.name', 'r.zone'],
    filters: {},
  },
  templates: {
    from: `desk_template r JOIN desk_ticket_type y ON y.id = r.type_id LEFT JOIN desk_priority p ON p.id = r.priority_id
      LEFT JOIN desk_team e ON e.id = r.team_id LEFT JOIN desk_category k ON k.id = r.category_id`,
    columns: `r.id, r.name, y.id AS typeId, y.name AS typeName, r.summary, p.id AS priorityId, p.name AS priorityName,
      e.id AS teamId, e.name AS teamName, k.id AS categoryId, k.name AS categoryName`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      type: 'y.name',
      priority: 'p.sequence',
      team: 'e.name',
      category: 'k.name',
    },
    searched: ['r.name', 'r.summary', 'r.details', 'y.name', 'k.name'],
    filters: { typeId: 'r.type_id = ?' },
  },
  customFields: {
    from: 'desk_field r',
    columns: `r.id, r.name, r.label, r.kind, r.choices, ${countOf('desk_ticket_type_field', 'field_id')} AS types`,
    sorts: {
      label: 'r.label COLLATE NOCASE',
      name: 'r.name',
      id: 'r.id',
      kind: 'r.kind',
      types: countOf('desk_ticket_type_field', 'field_id'),
    },
    searched: ['r.label', 'r.name', 'r.choices'],
    filters: {
      kind: 'r.kind = ?',
      typeId: 'r.id IN (SELECT field_id FROM desk_ticket_type_field WHERE type_id = ?)',
    },
  },
  categories: {
    // No index finds the tickets of a category, so they are counted once for all of them.
    from: `desk_category r LEFT JOIN (SELECT category_id, count(*) AS tickets FROM desk_ticket GROUP BY category_id) n
      ON n.category_id = r.id`,
    columns: 'r.id, r.name, coalesce(n.tickets, 0) AS tickets',
    sorts: { name: 'r.name', id: 'r.id', tickets: 'coalesce(n.tickets, 0)' },
    searched: ['r.name'],
    filters: {},
  },
} as const;
