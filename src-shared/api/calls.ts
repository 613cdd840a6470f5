import { z } from 'zod';
import { callPreview, callReport } from './call-view.ts';
import { procedure } from './procedure.ts';

/** An email address, or a label such as `agent:3` or `service:` with an application's id. */
const as = z.string().optional();

const call = z.object({
  tool: z.string(),
  arguments: z.unknown(),
  as,
  /** The id, slug or name of a collection; the default endpoint without one. */
  collection: z.string().optional(),
});

/** Calls of an endpoint's tools, whether or not the endpoint is enabled. A tool's failure is an answer too. */
export const callsContract = {
  /** As the agent or user with this email address; without one as the desk's administrator. */
  create: procedure.input(call).output(callReport),
  /** What that call would answer and change now. Everything is taken back: it leaves no trace, nor any event. */
  preview: procedure.input(call).output(callPreview),
  /** The tool and arguments of an earlier call once more, on its endpoint, as the same person unless another is named. */
  rerun: procedure.input(z.object({ id: z.int().positive(), as })).output(callReport),
};
