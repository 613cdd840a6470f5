import { z } from 'zod';
import { callReport } from './call-view.ts';
import { procedure } from './procedure.ts';

const as = z.string().optional();

/** Calls of the default endpoint's tools, whether or not the endpoint is enabled. A tool's failure is an answer too. */
export const callsContract = {
  /** As the agent or user with this email address; without one as the desk's administrator. */
  create: procedure.input(z.object({ tool: z.string(), arguments: z.unknown(), as })).output(callReport),
  /** The tool and arguments of an earlier call once more, as the same person unless another is named. */
  rerun: procedure.input(z.object({ id: z.int().positive(), as })).output(callReport),
};
