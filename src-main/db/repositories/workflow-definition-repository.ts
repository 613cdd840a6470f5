import type { OfferedOutcome } from '../../../src-shared/domain/workflow-definition.ts';
import type { Connection } from './connection.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

export interface StepValues {
  readonly name: string;
  readonly isStart: 0 | 1;
  readonly isEnd: 0 | 1;
  readonly isReopening: 0 | 1;
  readonly sequence: number;
}

export interface OfferValues {
  readonly stepId: number;
  readonly outcomeId: number;
  readonly toStepId: number | null;
  readonly sequence: number;
}

/** The definitions of workflows. What is removed stays as a row, under another name, for the histories that name it. */
export function createWorkflowDefinitionRepository(connection: Connection) {
  const find = connection.prepare<[number], Named>('SELECT id, name FROM desk_workflow WHERE id = +? AND removed = 0');
  const types = connection.prepare<[number], Named>(
    'SELECT id, name FROM desk_ticket_type WHERE workflow_id = +? ORDER BY sequence, id',
  );
  const steps = connection.prepare<[number], StepValues & { id: number; removed: 0 | 1 }>(`
    SELECT id, name, is_start AS isStart, is_end AS isEnd, is_reopening AS isReopening, sequence, removed
    FROM desk_workflow_step WHERE workflow_id = +? ORDER BY sequence, id`);
  const offers = connection.prepare<[number], OfferValues & { id: number }>(`
    SELECT so.id, so.step_id AS stepId, so.outcome_id AS outcomeId, so.to_step_id AS toStepId, so.sequence
    FROM desk_workflow_step s JOIN desk_step_outcome so ON so.step_id = s.id
    WHERE s.workflow_id = +? ORDER BY so.step_id, so.sequence, so.id`);
  const outcomes = connection.prepare<
    [],
    Omit<OfferedOutcome, 'inactive'> & { inactive: 0 | 1; kind: 'open' | 'closed' | null }
  >(`
    SELECT o.id, o.name, o.inactive, st.kind FROM desk_outcome o LEFT JOIN desk_status st ON st.id = o.status_id`);
  const names = connection.prepare<[], string>('SELECT name FROM desk_workflow').pluck();
  const changed = connection.prepare<{ id: number; revision: number }>(`
    SELECT 1 FROM trace_change c WHERE c.id > +:revision AND CASE c.table_name
      WHEN 'desk_workflow' THEN c.row_id = :id
      WHEN 'desk_workflow_step' THEN c.row_id IN (SELECT id FROM desk_workflow_step WHERE workflow_id = :id)
      WHEN 'desk_step_outcome' THEN c.row_id IN (SELECT so.id FROM desk_step_outcome so
          JOIN desk_workflow_step s ON s.id = so.step_id WHERE s.workflow_id = :id)
        OR json_extract(c.before, '$.step_id') IN (SELECT id FROM desk_workflow_step WHERE workflow_id = :id)
      END LIMIT 1`);

  const insertStep = connection.prepare<StepValues & { workflowId: number }>(`
    INSERT INTO desk_workflow_step (workflow_id, name, is_start, is_end, is_reopening, sequence)
    VALUES (:workflowId, :name, :isStart, :isEnd, :isReopening, :sequence)`);
  const updateStep = connection.prepare<StepValues & { id: number }>(`
    UPDATE desk_workflow_step SET name = :name, is_start = :isStart, is_end = :isEnd, is_reopening = :isReopening,
      sequence = :sequence WHERE id = +:id`);
  const removeStep = connection.prepare<{ id: number; name: string }>(`
    UPDATE desk_workflow_step SET name = :name, is_start = 0, is_reopening = 0, removed = 1 WHERE id = +:id`);
  const insertOffer = connection.prepare<OfferValues>(`
    INSERT INTO desk_step_outcome (step_id, outcome_id, to_step_id, sequence)
    VALUES (:stepId, :outcomeId, :toStepId, :sequence)`);
  const updateOffer = connection.prepare<{ id: number; toStepId: number | null; sequence: number }>(
    'UPDATE desk_step_outcome SET to_step_id = :toStepId, sequence = :sequence WHERE id = +:id',
  );
  const removeOffer = connection.prepare<[number]>('DELETE FROM desk_step_outcome WHERE id = +?');
  const removeWorkflow = connection.prepare<{ id: number; name: string }>(
    'UPDATE desk_workflow SET name = :name, removed = 1 WHERE id = +:id',
  );

  return {
    find: (id: number): Named | undefined => find.get(id),
    /** The ticket types that it is for. */
    listTypes: (id: number): Named[] => types.all(id),
    /** In their order, with those that are removed. */
    listSteps: (workflowId: number) => steps.all(workflowId),
    /** By step, in their order. */
    listOffers: (workflowId: number) => offers.all(workflowId),
    listOutcomes: (): OfferedOutcome[] =>
      outcomes.all().map(({ inactive, kind, ...outcome }) => ({
        ...outcome,
        inactive: inactive === 1,
        statusKind: kind ?? undefined,
      })),
    /** Also of those that are removed. */
    listNames: (): string[] => names.all(),
    /** Whether anybody changed anything of it after the revision. */
    hasChangedSince: (id: number, revision: number): boolean => changed.get({ id, revision }) !== undefined,

    insertStep: (workflowId: number, step: StepValues): number =>
      Number(insertStep.run({ workflowId, ...step }).lastInsertRowid),
    updateStep: (id: number, step: StepValues): void => void updateStep.run({ ...step, id }),
    removeStep: (id: number, name: string): void => void removeStep.run({ id, name }),
    insertOffer: (offer: OfferValues): void => void insertOffer.run(offer),
    updateOffer: (id: number, { toStepId, sequence }: Pick<OfferValues, 'toStepId' | 'sequence'>): void =>
      void updateOffer.run({ id, toStepId, sequence }),
    removeOffer: (id: number): void => void removeOffer.run(id),
    removeWorkflow: (id: number, name: string): void => void removeWorkflow.run({ id, name }),
  };
}

export type WorkflowDefinitionRepository = ReturnType<typeof createWorkflowDefinitionRepository>;
