import type { WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { StepValues, WorkflowDefinitionRepository } from '../../db/repositories/workflow-definition-repository.ts';

/** Writes the steps of a checked definition with what they offer, and only what differs. */
export function saveSteps(
  repository: WorkflowDefinitionRepository,
  workflowId: number,
  steps: readonly WorkflowStep[],
): void {
  const rows = repository.listSteps(workflowId);
  const present = rows.filter(({ removed }) => removed === 0);
  const gone = steps.find(({ id }) => id !== undefined && !present.some((row) => row.id === id));
  if (gone !== undefined) {
    throw new AppError('conflict', `The step “${gone.name}” was removed meanwhile. Look at the workflow again.`);
  }
  const names = rows.map(({ name }) => name);
  for (const row of present) {
    if (steps.some(({ id }) => id === row.id)) continue;
    const name = freeName(row.name, 'removed', names);
    repository.removeStep(row.id, name);
    names.push(name);
  }
  makeRoom(repository, present, steps);
  const ids = new Map<string, number>();
  for (const [index, step] of steps.entries()) {
    const values = toValues(step, index + 1);
    const before = present.find(({ id }) => id === step.id);
    if (before !== undefined && step.id !== undefined) repository.updateStep(step.id, values);
    ids.set(step.key, step.id ?? repository.insertStep(workflowId, values));
  }
  saveOffers(repository, workflowId, steps, ids);
}

/** Steps may swap names and marks: whoever gives one away does so before the other takes it. */
function makeRoom(
  repository: WorkflowDefinitionRepository,
  present: ReturnType<WorkflowDefinitionRepository['listSteps']>,
  steps: readonly WorkflowStep[],
): void {
  const wanted = new Map(steps.map((step, index) => [step.id, toValues(step, index + 1)]));
  const taken = (row: (typeof present)[number]): boolean =>
    steps.some(({ id, name }) => id !== row.id && isSame(name.trim(), row.name));
  for (const row of present) {
    const after = wanted.get(row.id);
    if (after === undefined) continue;
    const { isStart, isReopening } = after;
    const loses = row.isStart > isStart || row.isReopening > isReopening;
    const name = taken(row) ? `${row.name} (step ${row.id})` : row.name;
    if (loses || name !== row.name) {
      const marks = {
        isStart: row.isStart > isStart ? 0 : row.isStart,
        isReopening: row.isReopening > isReopening ? 0 : row.isReopening,
      } as const;
      repository.updateStep(row.id, { ...row, ...marks, name });
    }
  }
}

function saveOffers(
  repository: WorkflowDefinitionRepository,
  workflowId: number,
  steps: readonly WorkflowStep[],
  ids: ReadonlyMap<string, number>,
): void {
  const wanted = steps.flatMap(({ key, offers }) =>
    offers.map(({ outcomeId, to }, index) => ({
      stepId: ids.get(key) ?? 0,
      outcomeId,
      toStepId: to === undefined ? null : (ids.get(to) ?? null),
      sequence: index + 1,
    })),
  );
  const rows = repository.listOffers(workflowId);
  const isFor = (one: { stepId: number; outcomeId: number }) => (other: { stepId: number; outcomeId: number }) =>
    one.stepId === other.stepId && one.outcomeId === other.outcomeId;
  for (const row of rows) if (!wanted.some(isFor(row))) repository.removeOffer(row.id);
  for (const offer of wanted) {
    const row = rows.find(isFor(offer));
    if (row === undefined) repository.insertOffer(offer);
    else if (row.toStepId !== offer.toStepId || row.sequence !== offer.sequence) repository.updateOffer(row.id, offer);
  }
}

function toValues({ name, isStart, isEnd, isReopening }: WorkflowStep, sequence: number): StepValues {
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  return {
    name: name.trim(),
    isStart: flag(isStart),
    isEnd: flag(isEnd),
    isReopening: flag(isReopening),
    sequence,
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The name with a word behind it, and a number where that is taken. */
export function freeName(name: string, word: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const candidate = `${name} (${word}${count === 1 ? '' : ` ${count}`})`;
    if (!taken.some((other) => isSame(other, candidate))) return candidate;
  }
}
