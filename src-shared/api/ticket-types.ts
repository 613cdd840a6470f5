import { z } from 'zod';
import { fieldKinds, ticketTypeKinds } from '../domain/ticket-setup.ts';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, recordId, reference, revision, updateInput } from './record-list.ts';

export const ticketTypeSorts = ['sequence', 'name', 'id', 'sla', 'tickets'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.enum(ticketTypeKinds),
  workflow: reference.optional(),
  sla: reference,
  defaultTeam: reference.optional(),
  agentsCanLog: z.boolean(),
  usersCanLog: z.boolean(),
  isDefault: z.boolean(),
  inactive: z.boolean(),
  tickets: z.int(),
});

const type = row.extend({
  defaultPriority: reference,
  initialStatus: reference,
  closedStatus: reference,
  /** Absent where users cannot reopen tickets. */
  reopenStatus: reference.optional(),
  /** In their order. */
  fields: z.array(reference.extend({ kind: z.enum(fieldKinds), choices: z.array(z.string()), required: z.boolean() })),
  allowsAllOutcomes: z.boolean(),
  /** Counts for types that do not allow all. */
  outcomes: z.array(reference),
  revision,
});

const changes = {
  name: line(200),
  kind: z.enum(ticketTypeKinds),
  workflowId: recordId.nullable(),
  slaId: recordId,
  defaultPriorityId: recordId,
  defaultTeamId: recordId.nullable(),
  initialStatusId: recordId,
  closedStatusId: recordId,
  reopenStatusId: recordId.nullable(),
  agentsCanLog: z.boolean(),
  usersCanLog: z.boolean(),
  /** There is always one; giving it to a type takes it from the other. */
  isDefault: z.boolean(),
  inactive: z.boolean(),
  /** All of them, in their order. */
  fields: z.array(z.strictObject({ id: recordId, required: z.boolean() })).max(100),
  allowsAllOutcomes: z.boolean(),
  outcomeIds: z.array(recordId).max(500),
};

export type TicketTypeListRow = z.infer<typeof row>;
export type TicketTypeRecord = z.infer<typeof type>;

export const ticketTypesContract = {
  list: procedure
    .input(listInput(ticketTypeSorts, { inactive: z.boolean().optional(), kind: z.enum(ticketTypeKinds).optional() }))
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(type),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(type),
  create: procedure
    .input(
      z.strictObject(changes).partial().required({
        name: true,
        kind: true,
        slaId: true,
        defaultPriorityId: true,
        initialStatusId: true,
        closedStatusId: true,
      }),
    )
    .output(type),
};
