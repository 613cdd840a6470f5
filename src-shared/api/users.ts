import { z } from 'zod';
import { procedure } from './procedure.ts';
import {
  emailAddress,
  line,
  listInput,
  listOutput,
  optionalLine,
  recordId,
  reference,
  revision,
  updateInput,
} from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const userSorts = ['name', 'id', 'email', 'client', 'site', 'department', 'createdAt'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  jobTitle: z.string(),
  department: z.string(),
  client: reference,
  site: reference,
  important: z.boolean(),
  inactive: z.boolean(),
});

const user = row.extend({
  /** Whose tickets the user sees: their own, their site's or their client's. */
  sees: z.enum(['own', 'site', 'client']),
  linkedAgent: reference.optional(),
  createdAt: timestamp,
  openTickets: z.int(),
  revision,
});

const changes = {
  name: line(200),
  email: emailAddress,
  siteId: recordId,
  phone: optionalLine(100),
  jobTitle: optionalLine(200),
  department: optionalLine(200),
  sees: z.enum(['own', 'site', 'client']),
  important: z.boolean(),
  inactive: z.boolean(),
  linkedAgentId: recordId.nullable(),
};

export type UserListRow = z.infer<typeof row>;
export type UserRecord = z.infer<typeof user>;

export const usersContract = {
  list: procedure
    .input(
      listInput(userSorts, {
        clientId: recordId.optional(),
        siteId: recordId.optional(),
        inactive: z.boolean().optional(),
        important: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(user),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(user),
  create: procedure
    .input(z.strictObject(changes).partial().required({ name: true, email: true, siteId: true }))
    .output(user),
  /** For a picker: active users whose name or address contains every word, at most twenty. */
  suggest: procedure
    .input(z.strictObject({ text: z.string().max(200) }))
    .output(
      z.array(z.object({ id: z.int(), name: z.string(), email: z.string(), client: z.string(), site: z.string() })),
    ),
};
