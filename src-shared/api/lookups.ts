import { z } from 'zod';
import { fieldKinds } from '../domain/ticket-setup.ts';
import { procedure } from './procedure.ts';
import { reference } from './record-list.ts';

const lookups = z.object({
  /** In their order. */
  statuses: z.array(reference.extend({ kind: z.enum(['open', 'closed']), holdsSla: z.boolean() })),
  types: z.array(
    reference.extend({
      inactive: z.boolean(),
      agentsCanLog: z.boolean(),
      usersCanLog: z.boolean(),
      isDefault: z.boolean(),
    }),
  ),
  priorities: z.array(reference.extend({ sequence: z.int() })),
  slas: z.array(reference),
  calendars: z.array(reference),
  workflows: z.array(reference),
  outcomes: z.array(reference.extend({ inactive: z.boolean() })),
  /** By what people call them. */
  fields: z.array(reference.extend({ kind: z.enum(fieldKinds) })),
  categories: z.array(reference),
  teams: z.array(reference.extend({ inactive: z.boolean() })),
  agents: z.array(reference.extend({ disabled: z.boolean(), apiOnly: z.boolean(), teamIds: z.array(z.int()) })),
  roles: z.array(reference.extend({ administrator: z.boolean() })),
  assetTypes: z.array(reference),
  /** Those in use. */
  assetStatuses: z.array(z.string()),
  articleLists: z.array(reference),
  serviceCategories: z.array(reference),
  clients: z.array(reference.extend({ inactive: z.boolean() })),
});

export type Lookups = z.infer<typeof lookups>;

export const lookupsContract = {
  /** The short lists that forms and filters choose from. */
  get: procedure.output(lookups),
};
