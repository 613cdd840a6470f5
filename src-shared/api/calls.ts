import { z } from 'zod';
import { procedure } from './procedure.ts';

export const callsContract = {
  /** Calls one tool of the default endpoint as a person of the desk, whether or not the endpoint is enabled. */
  create: procedure
    .input(z.object({ tool: z.string(), arguments: z.unknown(), as: z.string().optional() }))
    .output(z.object({ result: z.unknown() })),
};
