import { z } from 'zod';
import { procedure } from './procedure.ts';
import {
  line,
  listInput,
  listOutput,
  optionalLine,
  recordId,
  reference,
  revision,
  updateInput,
} from './record-list.ts';

export const outcomeSorts = ['name', 'id', 'status', 'steps'] as const;

const status = reference.extend({ kind: z.enum(['open', 'closed']) });

const row = z.object({
  id: z.int(),
  /** What a ticket's history calls it. */
  name: z.string(),
  /** What its button says. */
  label: z.string(),
  quick: z.boolean(),
  forAgents: z.boolean(),
  forUsers: z.boolean(),
  always: z.boolean(),
  private: z.boolean(),
  status: status.optional(),
  /** So many steps of workflows offer it. */
  steps: z.int(),
  inactive: z.boolean(),
});

const outcome = row.extend({
  note: z.string(),
  noteRequired: z.boolean(),
  team: reference.optional(),
  assigns: z.enum(['keep', 'self', 'agent']),
  agent: reference.optional(),
  priority: reference.optional(),
  minutes: z.number(),
  /** In their order. */
  fields: z.array(z.object({ id: z.int(), label: z.string(), required: z.boolean() })),
  /** Of the types that choose their actions, those that allow it. */
  typeIds: z.array(z.int()),
  offeredOn: z.array(z.object({ workflow: reference, step: reference, to: reference.optional() })),
  /** A history names it, so that it cannot be deleted. */
  used: z.boolean(),
  revision,
});

const changes = {
  name: line(200),
  /** Empty for the name. */
  label: optionalLine(200),
  quick: z.boolean(),
  forAgents: z.boolean(),
  forUsers: z.boolean(),
  always: z.boolean(),
  private: z.boolean(),
  note: z.string().trim().max(50_000),
  noteRequired: z.boolean(),
  statusId: recordId.nullable(),
  teamId: recordId.nullable(),
  assigns: z.enum(['keep', 'self', 'agent']),
  agentId: recordId.nullable(),
  priorityId: recordId.nullable(),
  minutes: z.number().min(0).max(1440),
  inactive: z.boolean(),
  fields: z.array(z.strictObject({ id: recordId, required: z.boolean() })).max(50),
  typeIds: z.array(recordId).max(200),
};

const choices = z.object({
  /** Every action, by name. */
  outcomes: z.array(
    reference.extend({
      label: z.string(),
      quick: z.boolean(),
      forAgents: z.boolean(),
      forUsers: z.boolean(),
      always: z.boolean(),
      inactive: z.boolean(),
      status: status.optional(),
    }),
  ),
  fields: z.array(z.object({ id: z.int(), name: z.string(), label: z.string() })),
  types: z.array(reference.extend({ allowsAll: z.boolean() })),
});

export type OutcomeListRow = z.infer<typeof row>;
export type OutcomeRecord = z.infer<typeof outcome>;

/** What can be done to tickets: "actions" in the app. */
export const outcomesContract = {
  list: procedure
    .input(
      listInput(outcomeSorts, {
        workflowId: recordId.optional(),
        audience: z.enum(['agents', 'users']).optional(),
        quick: z.boolean().optional(),
        inactive: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(outcome),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(outcome),
  create: procedure.input(z.strictObject({ ...changes, typeIds: changes.typeIds.optional() })).output(outcome),
  /** Refused where a workflow offers it or a ticket's history names it. */
  remove: procedure.input(z.strictObject({ id: recordId })).output(z.object({ id: z.int() })),
  /** What the forms of workflows and actions choose from. */
  choices: procedure.output(choices),
};
