import type { DeskRows } from './desk-rows.ts';
import type { FoundationDefinition } from './foundation-definition.ts';
import { buildWorkflows, listAllowed } from './build-workflows.ts';
import { defaultRules } from '../suggestions/default-rules.ts';
import { createNameIndex, flag, numbered } from './name-index.ts';

type FoundationTable =
  | 'desk_calendar'
  | 'desk_priority'
  | 'desk_sla'
  | 'desk_sla_target'
  | 'desk_status'
  | 'desk_team'
  | 'desk_role'
  | 'desk_category'
  | 'desk_workflow'
  | 'desk_workflow_step'
  | 'desk_ticket_type'
  | 'desk_field'
  | 'desk_ticket_type_field'
  | 'desk_outcome'
  | 'desk_outcome_field'
  | 'desk_step_outcome'
  | 'desk_ticket_type_outcome'
  | 'desk_asset_type'
  | 'desk_suggestion_rule'
  | 'desk_suggestion_rule_type'
  | 'desk_suggestion';

export type FoundationRows = Pick<DeskRows, FoundationTable>;

export function buildFoundation(definition: FoundationDefinition): FoundationRows {
  const desk_calendar = numbered(definition.calendars, (calendar, id) => ({
    id,
    name: calendar.name,
    zone: calendar.zone,
    hours: JSON.stringify(calendar.hours),
    holidays: JSON.stringify(calendar.holidays.flat()),
  }));
  const desk_priority = numbered(definition.priorities, (name, id) => ({ id, name, sequence: id }));
  const calendarId = createNameIndex('calendar', desk_calendar);
  const desk_sla = numbered(definition.slas, (sla, id) => ({
    id,
    name: sla.name,
    calendar_id: calendarId(sla.calendar),
  }));
  const priorityId = createNameIndex('priority', desk_priority);
  const targets = definition.slas.flatMap((sla, index) =>
    Object.entries(sla.targets).map(([priority, target]) => ({ sla_id: index + 1, priority, target })),
  );
  const desk_sla_target = numbered(targets, ({ sla_id, priority, target }, id) => ({
    id,
    sla_id,
    priority_id: priorityId(priority),
    respond_seconds: target.respond,
    fix_seconds: target.fix,
  }));
  const desk_status = definition.statuses.map((status, index) => ({
    id: status.id,
    name: status.name,
    kind: status.kind,
    holds_sla: flag(status.holds_sla),
    sequence: index + 1,
  }));
  const desk_team = numbered(definition.teams, (name, id) => ({ id, name, inactive: 0 as const }));
  const desk_role = numbered(definition.roles, (role, id) => ({
    ...role,
    id,
    administrator: flag(role.administrator),
  }));
  const desk_field = numbered(definition.fields, ({ choices, ...field }, id) => ({
    ...field,
    id,
    choices: JSON.stringify(choices),
  }));
  const work = buildWorkflows(definition, {
    ...{ statuses: desk_status, teams: desk_team, priorities: desk_priority, fields: desk_field },
  });
  const workflowOf = (typeName: string): number | null =>
    work.desk_workflow[definition.workflows.findIndex(({ types }) => types.includes(typeName))]?.id ?? null;
  const slaId = createNameIndex('SLA', desk_sla);
  const statusId = createNameIndex('status', desk_status);
  const teamId = createNameIndex('team', desk_team);
  const desk_ticket_type = numbered(definition.ticket_types, (type, id) => ({
    id,
    name: type.name,
    itil_kind: type.itil_kind,
    sla_id: slaId(type.sla),
    default_priority_id: priorityId(type.priority),
    default_team_id: type.team === undefined ? null : teamId(type.team),
    initial_status_id: statusId(type.initial_status),
    closed_status_id: statusId(type.closed_status),
    reopen_status_id: type.reopen_status === undefined ? null : statusId(type.reopen_status),
    workflow_id: workflowOf(type.name),
    allows_all_outcomes: flag(listAllowed(definition.outcomes, type.name) === undefined),
    agents_can_log: 1 as const,
    users_can_log: flag(type.users_can_log),
    is_default: flag(type.is_default),
    inactive: 0 as const,
    sequence: id,
  }));
  const outcomeId = createNameIndex('outcome', work.desk_outcome);
  const allowed = definition.ticket_types.flatMap((type, index) =>
    (listAllowed(definition.outcomes, type.name) ?? []).map(({ name }) => ({
      ...{ type_id: index + 1, outcome_id: outcomeId(name) },
    })),
  );
  const fieldId = createNameIndex('field', desk_field);
  const typeFields = definition.ticket_types.flatMap((type, index) =>
    type.fields.map((field, place) => ({ type_id: index + 1, field, sequence: place + 1 })),
  );
  return {
    ...work,
    desk_ticket_type_outcome: numbered(allowed, (row, id) => ({ id, ...row })),
    desk_calendar,
    desk_priority,
    desk_sla,
    desk_sla_target,
    desk_status,
    desk_team,
    desk_role,
    desk_field,
    desk_ticket_type,
    desk_category: numbered(definition.categories, (name, id) => ({ id, name })),
    desk_suggestion_rule: [...defaultRules],
    desk_suggestion_rule_type: [],
    desk_suggestion: [],
    desk_asset_type: numbered(definition.asset_types, (name, id) => ({ id, name })),
    desk_ticket_type_field: numbered(typeFields, ({ type_id, field, sequence }, id) => ({
      id,
      type_id,
      field_id: fieldId(field.field),
      required: flag(field.required),
      sequence,
    })),
  };
}
