import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import type { TicketFieldRow } from './ticket-field-repository.ts';

export interface StepRow {
  readonly id: number;
  readonly name: string;
  readonly isStart: 0 | 1;
  /** Tickets on it are closed, all others open. */
  readonly isEnd: 0 | 1;
  readonly isReopening: 0 | 1;
}

/** An outcome as it is offered on a step. */
export interface OutcomeRow {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly quick: 0 | 1;
  readonly private: 0 | 1;
  readonly note: string;
  readonly noteRequired: 0 | 1;
  /** Null leaves what the ticket has, here and below. */
  readonly statusId: number | null;
  readonly statusKind: 'open' | 'closed' | null;
  readonly teamId: number | null;
  readonly assigns: 'keep' | 'self' | 'agent';
  readonly agentId: number | null;
  readonly priorityId: number | null;
  readonly seconds: number;
  /** The step it leads to; null when the ticket stays. */
  readonly toStepId: number | null;
  readonly toStepName: string | null;
  /** What tickets on that step are. */
  readonly toStepKind: 'open' | 'closed' | null;
}

export interface OutcomeFieldRow extends TicketFieldRow {
  readonly name: string;
  readonly outcomeId: number;
}

interface StepMove {
  readonly ticketId: number;
  readonly actionId: number | null;
  readonly fromStepId: number | null;
  readonly toStepId: number | null;
  readonly at: number;
}

/** Workflows with their steps, the outcomes that they offer, and where tickets have been. */
export function createWorkflowRepository(connection: Connection) {
  const steps = connection.prepare<[number], StepRow>(`
    SELECT id, name, is_start AS isStart, is_end AS isEnd, is_reopening AS isReopening
    FROM desk_workflow_step WHERE workflow_id = +? AND removed = 0 ORDER BY sequence, id`);

  const offeredTo = (flag: 'for_agents' | 'for_users') =>
    connection.prepare<{ typeId: number; stepId: number | null }, OutcomeRow>(`
      SELECT o.id, o.name, o.label, o.quick, o.private, o.note, o.note_required AS noteRequired,
        o.status_id AS statusId, st.kind AS statusKind, o.team_id AS teamId, o.assigns, o.agent_id AS agentId,
        o.priority_id AS priorityId, o.seconds, so.to_step_id AS toStepId,
        ts.name AS toStepName, CASE ts.is_end WHEN 1 THEN 'closed' WHEN 0 THEN 'open' END AS toStepKind
      FROM desk_ticket_type ty CROSS JOIN desk_outcome o
      LEFT JOIN desk_step_outcome so ON so.step_id = +:stepId AND so.outcome_id = o.id
      LEFT JOIN desk_workflow_step ts ON ts.id = so.to_step_id
      LEFT JOIN desk_ticket_type_outcome al ON al.type_id = ty.id AND al.outcome_id = o.id
      LEFT JOIN desk_status st ON st.id = o.status_id
      LEFT JOIN desk_team te ON te.id = o.team_id
      LEFT JOIN desk_agent ag ON ag.id = o.agent_id
      WHERE ty.id = +:typeId AND o.inactive = 0 AND o.${flag} = 1 AND (so.id IS NOT NULL OR o.always = 1)
        AND (ty.allows_all_outcomes = 1 OR al.id IS NOT NULL)
        -- Nobody can be given a ticket who has gone meanwhile.
        AND coalesce(te.inactive, 0) = 0 AND coalesce(ag.disabled, 0) = 0 AND coalesce(ag.api_only, 0) = 0
      ORDER BY so.id IS NULL, so.sequence, o.sequence, o.id`);
  const offered = { agents: offeredTo('for_agents'), users: offeredTo('for_users') };

  const fields = connection.prepare<{ outcomeIds: string; ticketId: number }, OutcomeFieldRow>(`
    SELECT of.outcome_id AS outcomeId, f.id, f.name, f.label, f.kind, f.choices, of.required,
      coalesce(v.value, '') AS value
    FROM desk_outcome_field of
    JOIN desk_field f ON f.id = of.field_id
    LEFT JOIN desk_ticket_field v ON v.field_id = f.id AND v.ticket_id = +:ticketId
    WHERE of.outcome_id IN (SELECT value FROM json_each(+:outcomeIds)) ORDER BY of.outcome_id, of.sequence, f.id`);

  const insertMove =
    connection.prepare(`INSERT INTO desk_ticket_step (ticket_id, action_id, from_step_id, to_step_id, at)
    VALUES (:ticketId, :actionId, :fromStepId, :toStepId, :at)`);

  return {
    /** In their order. */
    listSteps: (workflowId: number): StepRow[] => steps.all(workflowId),
    /** What the type and the step (or none) offer the audience, the step's own first. */
    listOffered: (audience: Viewer['audience'], typeId: number, stepId: number | null): OutcomeRow[] =>
      offered[audience].all({ typeId, stepId }),
    /** The fields of the outcomes, with the values that the ticket has. */
    listFields: (outcomeIds: readonly number[], ticketId: number): OutcomeFieldRow[] =>
      fields.all({ outcomeIds: JSON.stringify(outcomeIds), ticketId }),
    insertMove: (move: StepMove): void => void insertMove.run(move),
  };
}

export type WorkflowRepository = ReturnType<typeof createWorkflowRepository>;
