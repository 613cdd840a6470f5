import type { ActionRow, DeskRows, TicketRow } from './desk-rows.ts';
import type { FoundationDefinition } from './foundation-definition.ts';

interface Step {
  readonly id: number;
  readonly isStart: boolean;
  readonly statuses: ReadonlySet<number>;
}

/** Follows the histories of tickets through their types' workflows: where each ticket has been, and where it is. */
export function walkWorkflows(
  { workflows }: FoundationDefinition,
  foundation: Pick<DeskRows, 'desk_workflow_step' | 'desk_status' | 'desk_ticket_type'>,
  tickets: readonly Pick<TicketRow, 'id' | 'type_id'>[],
  actions: readonly Pick<ActionRow, 'id' | 'ticket_id' | 'status_after_id' | 'at'>[],
): { moves: DeskRows['desk_ticket_step']; stepOf: ReadonlyMap<number, number> } {
  const statuses = new Map(foundation.desk_status.map(({ id, name }) => [name, id]));
  const definitions = workflows.flatMap((workflow) => workflow.steps);
  const steps = new Map<number, Step[]>();
  for (const [index, row] of foundation.desk_workflow_step.entries()) {
    const names = definitions[index]?.statuses ?? [];
    const step = {
      id: row.id,
      isStart: row.is_start === 1,
      statuses: new Set(names.map((name) => statuses.get(name) ?? 0)),
    };
    const known = steps.get(row.workflow_id);
    if (known === undefined) steps.set(row.workflow_id, [step]);
    else known.push(step);
  }
  const workflowOf = new Map(foundation.desk_ticket_type.map((type) => [type.id, type.workflow_id ?? 0]));
  const stepsOf = new Map(tickets.map(({ id, type_id }) => [id, steps.get(workflowOf.get(type_id) ?? 0) ?? []]));

  const stepOf = new Map<number, number>();
  const moves: DeskRows['desk_ticket_step'] = [];
  for (const action of actions) {
    const from = stepOf.get(action.ticket_id) ?? null;
    const to = follow(stepsOf.get(action.ticket_id) ?? [], from, action.status_after_id ?? 0);
    if (to === undefined || to === from) continue;
    stepOf.set(action.ticket_id, to);
    const id = moves.length + 1;
    moves.push({
      ...{ id, ticket_id: action.ticket_id, action_id: action.id },
      ...{ from_step_id: from, to_step_id: to, at: action.at },
    });
  }
  return { moves, stepOf };
}

/** Where a status is at home: on the step itself, otherwise on the next one that knows it, otherwise on the nearest before. */
function follow(steps: readonly Step[], from: number | null, status: number): number | undefined {
  if (from === null) return steps.find(({ isStart }) => isStart)?.id;
  const place = steps.findIndex(({ id }) => id === from);
  const knows = (step: Step): boolean => step.statuses.has(status);
  if (steps[place] !== undefined && knows(steps[place])) return from;
  return (steps.slice(place + 1).find(knows) ?? steps.slice(0, Math.max(place, 0)).findLast(knows))?.id;
}
