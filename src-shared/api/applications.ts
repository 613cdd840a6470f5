import { z } from 'zod';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

export const applicationView = z.object({
  id: z.string(),
  name: z.string(),
  method: z.enum(['static_key', 'client_credentials']),
  /** Kind and record, such as `agent:3`, or `service`. */
  actsAs: z.string(),
  scopes: z.array(z.string()),
  enabled: z.boolean(),
  secretHint: z.string().optional(),
  createdAt: timestamp,
});

/** Who an application logs in as: a person by email address, itself, or (neither given) the desk's administrator. */
export const loginInput = z.object({
  as: z.string().optional(),
  service: z.boolean().optional(),
  /** Halo's names; absent: `all:standard`. */
  scopes: z.array(z.string()).optional(),
});

/** An id or a name. */
const reference = z.object({ application: z.string() });

export type ApplicationView = z.infer<typeof applicationView>;

export const applicationsContract = {
  list: procedure.output(z.array(applicationView)),
  create: procedure
    .input(loginInput.extend({ name: z.string(), method: z.enum(['static_key', 'client_credentials']) }))
    /** The secret is shown this once; absent for static keys, which are made apart. */
    .output(z.object({ application: applicationView, clientSecret: z.string().optional() })),
  enable: procedure.input(reference).output(applicationView),
  disable: procedure.input(reference).output(applicationView),
  delete: procedure.input(reference).output(applicationView),
};
