import type { Connection } from './connection.ts';
import type { TicketFieldRow } from './ticket-field-repository.ts';

export interface TypeMaterial {
  readonly id: number;
  readonly name: string;
  readonly teamId: number | null;
  readonly agentsCanLog: 0 | 1;
  readonly usersCanLog: 0 | 1;
  readonly inactive: 0 | 1;
}

export interface TemplateMaterial {
  readonly id: number;
  readonly name: string;
  readonly typeId: number;
  readonly typeName: string;
  readonly summary: string;
  readonly details: string;
  /** Null leaves the type's own, here and below. */
  readonly priorityId: number | null;
  readonly teamId: number | null;
  readonly categoryId: number | null;
}

export interface OutcomeMaterial {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly quick: 0 | 1;
  readonly note: string;
  readonly noteRequired: 0 | 1;
  readonly forAgents: 0 | 1;
  readonly forUsers: 0 | 1;
  readonly assigns: 'keep' | 'self' | 'agent';
  readonly inactive: 0 | 1;
  /** The team or agent that it gives tickets to, where that can no longer be given any. */
  readonly goneName: string | null;
}

export type FieldMaterial = Omit<TicketFieldRow, 'value'> & { readonly name: string };

/** The tables that custom tools are made of: what changes in them may change what is offered. */
export const toolMaterialTables: ReadonlySet<string> = new Set([
  ...['desk_ticket_type', 'desk_ticket_type_field', 'desk_ticket_type_outcome', 'desk_template', 'desk_field'],
  ...['desk_outcome', 'desk_outcome_field', 'desk_step_outcome', 'desk_workflow_step', 'desk_workflow'],
  ...['desk_team', 'desk_agent'],
]);

/** Ticket types, templates and outcomes as custom tools need them. */
export function createToolMaterialRepository(connection: Connection) {
  const types = `SELECT id, name, default_team_id AS teamId, agents_can_log AS agentsCanLog,
    users_can_log AS usersCanLog, inactive FROM desk_ticket_type`;
  const listTypes = connection.prepare<[], TypeMaterial>(`${types} ORDER BY sequence, id`);
  const findType = connection.prepare<[number], TypeMaterial>(`${types} WHERE id = +?`);

  const templates = `SELECT t.id, t.name, t.type_id AS typeId, y.name AS typeName, t.summary, t.details,
    t.priority_id AS priorityId, t.team_id AS teamId, t.category_id AS categoryId
    FROM desk_template t JOIN desk_ticket_type y ON y.id = t.type_id`;
  const listTemplates = connection.prepare<[], TemplateMaterial>(`${templates} ORDER BY t.name LIMIT 1000`);
  const findTemplate = connection.prepare<[number], TemplateMaterial>(`${templates} WHERE t.id = +?`);

  const outcomes = `SELECT o.id, o.name, o.label, o.quick, o.note, o.note_required AS noteRequired, o.for_agents AS forAgents,
    o.for_users AS forUsers, o.assigns, o.inactive,
    CASE WHEN te.inactive = 1 THEN te.name WHEN ag.disabled = 1 OR ag.api_only = 1 THEN ag.name END AS goneName
    FROM desk_outcome o LEFT JOIN desk_team te ON te.id = o.team_id LEFT JOIN desk_agent ag ON ag.id = o.agent_id`;
  const listOutcomes = connection.prepare<[], OutcomeMaterial>(`${outcomes} ORDER BY o.label, o.id LIMIT 1000`);
  const findOutcome = connection.prepare<[number], OutcomeMaterial>(`${outcomes} WHERE o.id = +?`);

  const fieldColumns = 'f.id, f.name, f.label, f.kind, f.choices';
  const typeFields = connection.prepare<[number], FieldMaterial>(`
    SELECT ${fieldColumns}, tf.required FROM desk_ticket_type_field tf JOIN desk_field f ON f.id = tf.field_id
    WHERE tf.type_id = +? ORDER BY tf.sequence, f.id`);
  const outcomeFields = connection.prepare<[number], FieldMaterial>(`
    SELECT ${fieldColumns}, of.required FROM desk_outcome_field of JOIN desk_field f ON f.id = of.field_id
    WHERE of.outcome_id = +? ORDER BY of.sequence, f.id`);

  const typesOfOutcome = connection
    .prepare<{ outcomeId: number }, number>(
      `SELECT ty.id FROM desk_ticket_type ty JOIN desk_outcome o ON o.id = +:outcomeId
       LEFT JOIN desk_ticket_type_outcome al ON al.type_id = ty.id AND al.outcome_id = o.id
       WHERE (ty.allows_all_outcomes = 1 OR al.id IS NOT NULL) AND (o.always = 1 OR EXISTS (
         SELECT 1 FROM desk_step_outcome so JOIN desk_workflow_step s ON s.id = so.step_id
         WHERE so.outcome_id = o.id AND s.workflow_id = ty.workflow_id AND s.removed = 0))`,
    )
    .pluck();

  return {
    /** In their order. */
    listTypes: () => listTypes.all(),
    findType: (id: number) => findType.get(id),
    /** By name, at most a thousand. */
    listTemplates: () => listTemplates.all(),
    findTemplate: (id: number) => findTemplate.get(id),
    /** By what their buttons say, at most a thousand. */
    listOutcomes: () => listOutcomes.all(),
    findOutcome: (id: number) => findOutcome.get(id),
    /** In their order. */
    listTypeFields: (typeId: number) => typeFields.all(typeId),
    listOutcomeFields: (outcomeId: number) => outcomeFields.all(outcomeId),
    /** The types on whose tickets an outcome can be used on some step. */
    listTypesOfOutcome: (outcomeId: number): number[] => typesOfOutcome.all({ outcomeId }),
  };
}
