import { z } from 'zod';
import { fieldKinds } from '../domain/ticket-setup.ts';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, recordId, reference, revision, updateInput } from './record-list.ts';

export const customFieldSorts = ['label', 'name', 'id', 'kind', 'types'] as const;

const row = z.object({
  id: z.int(),
  /** What tools call it. */
  name: z.string(),
  /** What people call it. */
  label: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
  /** How many ticket types have it. */
  types: z.int(),
});

const field = row.omit({ types: true }).extend({
  types: z.array(reference),
  outcomes: z.array(reference),
  /** Tickets have a value for it, so its kind stays. */
  filled: z.boolean(),
  revision,
});

const changes = {
  name: line(100),
  label: line(200),
  kind: z.enum(fieldKinds),
  /** Of a field of the kind `choice`, and none of any other. Tickets keep a choice that is taken away. */
  choices: z.array(line(200)).max(500),
};

export type CustomFieldListRow = z.infer<typeof row>;
export type CustomFieldRecord = z.infer<typeof field>;

export const customFieldsContract = {
  list: procedure
    .input(listInput(customFieldSorts, { kind: z.enum(fieldKinds).optional(), typeId: recordId.optional() }))
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(field),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(field),
  create: procedure
    .input(z.strictObject(changes).partial().required({ name: true, label: true, kind: true }))
    .output(field),
};
