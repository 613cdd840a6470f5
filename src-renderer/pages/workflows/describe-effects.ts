import type { WorkflowDefinition } from '../../../src-shared/domain/workflow-definition.ts';
import { formatNumber } from '../../components/format-number.ts';

/** What saving does to tickets, as sentences: those on steps that go, and those on steps that change sides. */
export function describeEffects(
  saved: WorkflowDefinition,
  edited: WorkflowDefinition,
  openOnSteps: Readonly<Record<string, number>>,
): string[] {
  const start = edited.steps.find(({ isStart }) => isStart);
  return saved.steps.flatMap(({ key, name }) => {
    const open = openOnSteps[key] ?? 0;
    if (open === 0) return [];
    const tickets = open === 1 ? '1 open ticket' : `${formatNumber(open)} open tickets`;
    const [are, go] = open === 1 ? ['is', 'goes'] : ['are', 'go'];
    const after = edited.steps.find((step) => step.key === key);
    const then = start === undefined ? '' : `, and ${go} on at “${start.name}”, the start`;
    if (after === undefined) return [`${tickets} ${are} on “${name}”, which goes${then}.`];
    if (!after.isEnd) return [];
    const reopening = edited.steps.find(({ isReopening }) => isReopening) ?? start;
    const where = reopening === undefined ? '' : `, and ${go} on at “${reopening.name}”`;
    return [`${tickets} ${are} on “${name}”, which becomes an end${where}.`];
  });
}
