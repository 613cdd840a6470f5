import type { WorkflowDefinition } from '../../src-shared/domain/workflow-definition.ts';
import type { OpenOnStep } from '../db/readers/count-on-steps.ts';

/** Open tickets by the key of the step that the desk takes them to be on, whatever is written down for them. */
export function countOnSteps({ steps }: WorkflowDefinition, counts: readonly OpenOnStep[]): Record<string, number> {
  const start = steps.find(({ isStart }) => isStart);
  const reopening = steps.find(({ isReopening }) => isReopening) ?? start;
  const found: Record<string, number> = {};
  for (const { stepId, tickets } of counts) {
    const written = steps.find(({ id }) => id === stepId);
    const step = written?.isEnd === true ? reopening : (written ?? start);
    if (step !== undefined) found[step.key] = (found[step.key] ?? 0) + tickets;
  }
  return found;
}
