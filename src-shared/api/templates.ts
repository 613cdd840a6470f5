import { z } from 'zod';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, longText, recordId, reference, revision, updateInput } from './record-list.ts';

export const templateSorts = ['name', 'id', 'type', 'priority', 'team', 'category'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  type: reference,
  summary: z.string(),
  /** Absent, as the team, where the type decides. */
  priority: reference.optional(),
  team: reference.optional(),
  category: reference.optional(),
});

const template = row.extend({ details: z.string(), revision });

const changes = {
  name: line(200),
  typeId: recordId,
  summary: line(255),
  details: longText,
  priorityId: recordId.nullable(),
  teamId: recordId.nullable(),
  categoryId: recordId.nullable(),
};

export type TemplateListRow = z.infer<typeof row>;
export type TemplateRecord = z.infer<typeof template>;

export const templatesContract = {
  list: procedure.input(listInput(templateSorts, { typeId: recordId.optional() })).output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(template),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(template),
  create: procedure
    .input(z.strictObject(changes).partial().required({ name: true, typeId: true, summary: true }))
    .output(template),
};
