import { z } from 'zod';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, recordId, reference, revision } from './record-list.ts';

export const workflowSorts = ['name', 'id', 'steps', 'openTickets'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  steps: z.int(),
  /** The ticket types that it is for. */
  types: z.array(reference),
  openTickets: z.int(),
});

const key = z.string().min(1).max(60);

const step = z.strictObject({
  key,
  id: recordId.optional(),
  name: line(200),
  isStart: z.boolean(),
  isEnd: z.boolean(),
  isReopening: z.boolean(),
  offers: z.array(z.strictObject({ outcomeId: recordId, to: key.optional() })).max(100),
});

const definition = z.strictObject({ name: line(200), steps: z.array(step).min(1).max(100) });

const workflow = z.object({
  id: z.int(),
  definition: z.object({ name: z.string(), steps: z.array(step) }),
  types: z.array(reference),
  /** Open tickets by the key of the step that they are on; steps without any are left out. */
  openOnSteps: z.record(z.string(), z.int()),
  revision,
});

export type WorkflowListRow = z.infer<typeof row>;
export type WorkflowRecord = z.infer<typeof workflow>;

/** The steps that tickets take, and what is offered on each. */
export const workflowsContract = {
  list: procedure.input(listInput(workflowSorts, {})).output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(workflow),
  /** A start and an end. */
  create: procedure.input(z.strictObject({ name: line(200) })).output(workflow),
  clone: procedure.input(z.strictObject({ id: recordId, name: line(200) })).output(workflow),
  /** The whole definition; open tickets on steps that it no longer has are on its start from then on. */
  save: procedure.input(z.strictObject({ id: recordId, revision, definition })).output(workflow),
  /** Refused while a ticket type uses it. */
  remove: procedure.input(z.strictObject({ id: recordId })).output(z.object({ id: z.int() })),
};
