import type { Database } from 'better-sqlite3';

export interface OpenOnStep {
  /** Null: no step was ever written down. */
  readonly stepId: number | null;
  readonly tickets: number;
}

export function prepareCountOnSteps(connection: Database) {
  const count = connection.prepare<[number], OpenOnStep>(`
    SELECT t.step_id AS stepId, count(*) AS tickets FROM desk_ticket t
    WHERE t.status_id IN (SELECT id FROM desk_status WHERE kind = 'open')
      AND t.type_id IN (SELECT id FROM desk_ticket_type WHERE workflow_id = +?)
    GROUP BY t.step_id`);
  return (workflowId: number): OpenOnStep[] => count.all(workflowId);
}
