import { z } from 'zod';
import { callReport } from './call-view.ts';
import { procedure } from './procedure.ts';

const as = z.string().optional();

/** Calls of an endpoint's tools, whether or not the endpoint is enabled. A tool's failure is an answer too. */
export const callsContract = {
  /** As the agent or user with this email address; without one as the desk's administrator. */
  create: procedure
    .input(
      z.object({
        tool: z.string(),
        arguments: z.unknown(),
        as,
        /** The id, slug or name of a collection; the default endpoint without one. */
        collection: z.string().optional(),
      }),
    )
    .output(callReport),
  /** The tool and arguments of an earlier call once more, on its endpoint, as the same person unless another is named. */
  rerun: procedure.input(z.object({ id: z.int().positive(), as })).output(callReport),
};
