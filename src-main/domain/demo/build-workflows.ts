import type { DeskRows } from './desk-rows.ts';
import type { FoundationDefinition } from './foundation-definition.ts';
import { createNameIndex, flag, numbered } from './name-index.ts';
import type { OutcomeDefinition } from './workflow-definition.ts';

type WorkflowRows = Pick<
  DeskRows,
  'desk_workflow' | 'desk_workflow_step' | 'desk_outcome' | 'desk_outcome_field' | 'desk_step_outcome'
>;

type Named = readonly { id: number; name: string }[];

interface Names {
  readonly statuses: Named;
  readonly teams: Named;
  readonly priorities: Named;
  readonly fields: Named;
}

export function buildWorkflows({ workflows, outcomes }: FoundationDefinition, names: Names): WorkflowRows {
  const statusId = createNameIndex('status', names.statuses);
  const teamId = createNameIndex('team', names.teams);
  const priorityId = createNameIndex('priority', names.priorities);
  const fieldId = createNameIndex('field', names.fields);
  const desk_outcome = numbered(outcomes, (outcome, id) => ({
    id,
    name: outcome.name,
    label: outcome.label ?? outcome.name,
    quick: flag(outcome.quick),
    for_agents: flag(outcome.for !== 'users'),
    for_users: flag(outcome.for !== 'agents'),
    always: flag(outcome.always),
    private: flag(outcome.private),
    note: outcome.note,
    note_required: flag(outcome.note_required),
    status_id: outcome.status === undefined ? null : statusId(outcome.status),
    team_id: outcome.team === undefined ? null : teamId(outcome.team),
    assigns: outcome.assigns,
    agent_id: null,
    priority_id: outcome.priority === undefined ? null : priorityId(outcome.priority),
    seconds: outcome.minutes * 60,
    inactive: 0 as const,
    sequence: id,
  }));
  const outcomeId = createNameIndex('outcome', desk_outcome);
  const desk_workflow = numbered(workflows, ({ name }, id) => ({ id, name }));
  const steps = workflows.flatMap((workflow, index) =>
    workflow.steps.map((step, place) => ({ ...step, workflow_id: index + 1, sequence: place + 1 })),
  );
  const desk_workflow_step = numbered(steps, (step, id) => ({
    id,
    workflow_id: step.workflow_id,
    name: step.name,
    is_start: flag(step.start),
    is_end: flag(step.end),
    is_reopening: flag(step.reopening),
    sequence: step.sequence,
  }));
  const offers = steps.flatMap((step, index) => {
    const stepId = createNameIndex(
      'step',
      desk_workflow_step.filter(({ workflow_id }) => workflow_id === step.workflow_id),
    );
    return Object.entries(step.outcomes).map(([outcome, to], place) => ({
      ...{ step_id: index + 1, outcome_id: outcomeId(outcome), to_step_id: to === null ? null : stepId(to) },
      sequence: place + 1,
    }));
  });
  const fields = outcomes.flatMap((outcome, index) =>
    outcome.fields.map(({ field, required }, place) => ({
      ...{ outcome_id: index + 1, field_id: fieldId(field), required: flag(required), sequence: place + 1 },
    })),
  );
  return {
    desk_workflow,
    desk_workflow_step,
    desk_outcome,
    desk_outcome_field: numbered(fields, (row, id) => ({ id, ...row })),
    desk_step_outcome: numbered(offers, (row, id) => ({ id, ...row })),
  };
}

/** What a type allows: undefined for everything. */
export function listAllowed(
  outcomes: readonly OutcomeDefinition[],
  typeName: string,
): readonly OutcomeDefinition[] | undefined {
  const allowed = outcomes.filter(({ types }) => types?.includes(typeName) ?? true);
  return allowed.length === outcomes.length ? undefined : allowed;
}
