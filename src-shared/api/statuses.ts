import { z } from 'zod';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, recordId, revision, updateInput } from './record-list.ts';

export const statusSorts = ['sequence', 'name', 'id', 'kind', 'tickets'] as const;
export const prioritySorts = ['sequence', 'name', 'id', 'tickets'] as const;
export const categorySorts = ['name', 'id', 'tickets'] as const;

const kind = z.enum(['open', 'closed']);

const statusRow = z.object({
  id: z.int(),
  name: z.string(),
  kind,
  /** While a ticket has it, its due dates stand still. */
  holdsSla: z.boolean(),
  tickets: z.int(),
});
const status = statusRow.extend({ revision });
const statusChanges = { name: line(100), kind, holdsSla: z.boolean() };

const namedRow = z.object({ id: z.int(), name: z.string(), tickets: z.int() });
const named = z.object({ id: z.int(), name: z.string(), revision });
const namedChanges = { name: line(100) };

export type StatusListRow = z.infer<typeof statusRow>;
export type StatusRecord = z.infer<typeof status>;
export type NamedListRow = z.infer<typeof namedRow>;
export type NamedRecord = z.infer<typeof named>;

export const statusesContract = {
  list: procedure.input(listInput(statusSorts, { kind: kind.optional() })).output(listOutput(statusRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(status),
  /** Another kind is refused while tickets have the status, or types and actions rely on what it is. */
  update: procedure.input(updateInput(z.object(statusChanges).partial().shape)).output(status),
  create: procedure.input(z.strictObject(statusChanges).partial().required({ name: true, kind: true })).output(status),
};

/** Most urgent first. */
export const prioritiesContract = {
  list: procedure.input(listInput(prioritySorts, {})).output(listOutput(namedRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(named),
  update: procedure.input(updateInput(z.object(namedChanges).partial().shape)).output(named),
  create: procedure.input(z.strictObject(namedChanges)).output(named),
};

export const categoriesContract = {
  list: procedure.input(listInput(categorySorts, {})).output(listOutput(namedRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(named),
  update: procedure.input(updateInput(z.object(namedChanges).partial().shape)).output(named),
  create: procedure.input(z.strictObject(namedChanges)).output(named),
};
