import { checkWorkflow } from '../../../src-shared/domain/check-workflow.ts';
import type { WorkflowDefinition, WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createWorkflowDefinitionRepository } from '../../db/repositories/workflow-definition-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { freeName, saveSteps } from './save-steps.ts';

/** Workflows as a whole: a definition is read, checked and saved in one piece. */
export function createWorkflowEditing(connection: Connection, records: RecordEditing) {
  const repository = createWorkflowDefinitionRepository(connection);

  const get = (id: number) => {
    const workflow = repository.find(id);
    if (workflow === undefined) {
      throw new AppError('not_found', `There is no workflow ${id}. It may have been deleted.`);
    }
    return workflow;
  };

  const readSteps = (id: number): WorkflowStep[] => {
    const offers = repository.listOffers(id);
    return repository
      .listSteps(id)
      .filter(({ removed }) => removed === 0)
      .map((step) => ({
        ...{ key: String(step.id), id: step.id, name: step.name },
        ...{ isStart: step.isStart === 1, isEnd: step.isEnd === 1, isReopening: step.isReopening === 1 },
        offers: offers
          .filter(({ stepId }) => stepId === step.id)
          .map(({ outcomeId, toStepId }) => ({ outcomeId, ...(toStepId !== null && { to: String(toStepId) }) })),
      }));
  };

  const refuseFaults = (definition: WorkflowDefinition): void => {
    const outcomes = new Map(repository.listOutcomes().map((outcome) => [outcome.id, outcome]));
    const faults = checkWorkflow(definition, outcomes).filter(({ severity }) => severity === 'error');
    if (faults.length === 0) return;
    throw new AppError('invalid_arguments', faults.map(({ sentence }) => sentence).join(' '));
  };

  const create = (definition: WorkflowDefinition): number => {
    refuseFaults(definition);
    const id = records.create('workflow', { name: definition.name.trim() });
    saveSteps(repository, id, definition.steps);
    return id;
  };

  return {
    /** Throws `not_found`. */
    getDefinition: (id: number): WorkflowDefinition => ({ name: get(id).name, steps: readSteps(id) }),
    listTypes: repository.listTypes,

    /** With a start and an end, and nothing in between. */
    create: (name: string): number =>
      create({
        name,
        steps: [
          { key: 'start', name: 'New', isStart: true, isEnd: false, isReopening: false, offers: [] },
          { key: 'end', name: 'Closed', isStart: false, isEnd: true, isReopening: false, offers: [] },
        ],
      }),

    clone: (id: number, name: string): number => {
      get(id);
      return create({ name, steps: readSteps(id).map(({ id: _, ...step }) => step) });
    },

    /** The whole definition. Tickets on a step that goes are on the start from then on. */
    save(id: number, revision: number, definition: WorkflowDefinition): void {
      const { name } = get(id);
      if (repository.hasChangedSince(id, revision)) {
        throw new AppError('conflict', 'Somebody changed this workflow meanwhile. Look at it again before you save.');
      }
      refuseFaults(definition);
      if (definition.name.trim() !== name) records.update('workflow', id, revision, { name: definition.name.trim() });
      saveSteps(repository, id, definition.steps);
    },

    remove(id: number): void {
      const { name } = get(id);
      const types = repository.listTypes(id);
      if (types.length > 0) {
        const names = types.map((type) => type.name).join(', ');
        const [which, them] = types.length === 1 ? ['The ticket type', 'it'] : ['The ticket types', 'them'];
        const use = types.length === 1 ? 'uses' : 'use';
        throw new AppError('conflict', `${which} ${names} ${use} this workflow. Give ${them} another one first.`);
      }
      saveSteps(repository, id, []);
      repository.removeWorkflow(id, freeName(name, 'deleted', repository.listNames()));
    },
  };
}
