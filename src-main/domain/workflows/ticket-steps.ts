import type { StepRow, WorkflowRepository } from '../../db/repositories/workflow-repository.ts';

/** What decides on which step a ticket is. */
export interface Placed {
  /** Null: no step was ever written down for it. */
  readonly stepId: number | null;
  /** Of its type. */
  readonly workflowId: number | null;
  readonly statusKind: 'open' | 'closed';
}

/** On which step of its workflow a ticket is, and on which it is next. */
export function createTicketSteps(workflows: WorkflowRepository) {
  const listSteps = ({ workflowId }: Placed): StepRow[] => (workflowId === null ? [] : workflows.listSteps(workflowId));

  return {
    /** Undefined without a workflow. */
    find: (ticket: Placed): StepRow | undefined => findStep(listSteps(ticket), ticket),

    /**
     * The step of a ticket whose status is about to be of that kind: the wanted one where that fits, since end steps are
     * for closed tickets and the others for open ones.
     */
    findNext(ticket: Placed, kind: Placed['statusKind'], wanted?: number | null): StepRow | undefined {
      const steps = listSteps(ticket);
      const isEnd = kind === 'closed' ? 1 : 0;
      const target = steps.find(({ id }) => id === wanted);
      if (target?.isEnd === isEnd) return target;
      return findStep(steps, { ...ticket, stepId: findStep(steps, ticket)?.id ?? null, statusKind: kind });
    },
  };
}

export type TicketSteps = ReturnType<typeof createTicketSteps>;

/**
 * The step that is written down, unless it contradicts the status or belongs to another workflow: a ticket may have been
 * imported, or its type given a workflow later. Then it is on the first end step when closed, where reopened tickets go on
 * when it was on an end step, and otherwise at the start.
 */
function findStep(steps: readonly StepRow[], { stepId, statusKind }: Placed): StepRow | undefined {
  const written = steps.find(({ id }) => id === stepId);
  const isEnd = statusKind === 'closed' ? 1 : 0;
  if (written?.isEnd === isEnd) return written;
  const start = steps.find((step) => step.isStart === 1);
  if (isEnd === 1) return steps.find((step) => step.isEnd === 1) ?? written ?? start;
  return written === undefined ? start : (steps.find((step) => step.isReopening === 1) ?? start);
}
