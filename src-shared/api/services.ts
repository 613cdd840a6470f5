import { z } from 'zod';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, longText, recordId, reference, revision, updateInput } from './record-list.ts';

export const serviceSorts = ['name', 'id', 'category', 'cost'] as const;

/** Minor units of the currency, such as cents. */
const cost = z.object({
  minor: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Must be a code such as EUR'),
});

const row = z.object({
  id: z.int(),
  name: z.string(),
  category: reference,
  summary: z.string(),
  shownToUsers: z.boolean(),
  shownToAgents: z.boolean(),
  inactive: z.boolean(),
  cost: cost.optional(),
});

const service = row.extend({
  details: z.string(),
  requestType: reference.optional(),
  incidentType: reference.optional(),
  deliveryDays: z.int().optional(),
  revision,
});

export type ServiceListRow = z.infer<typeof row>;
export type ServiceRecord = z.infer<typeof service>;

export const servicesContract = {
  list: procedure
    .input(
      listInput(serviceSorts, {
        categoryId: recordId.optional(),
        shownTo: z.enum(['users', 'agents']).optional(),
        inactive: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(service),
  update: procedure
    .input(
      updateInput({
        categoryId: recordId.optional(),
        name: line(200).optional(),
        summary: z.string().max(2000).optional(),
        details: longText.optional(),
        shownToUsers: z.boolean().optional(),
        shownToAgents: z.boolean().optional(),
        inactive: z.boolean().optional(),
        cost: z.strictObject(cost.shape).nullable().optional(),
      }),
    )
    .output(service),
};
