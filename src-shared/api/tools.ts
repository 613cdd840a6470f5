import { z } from 'zod';
import { procedure } from './procedure.ts';

const tool = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['read', 'write']),
  /** Whether the endpoint's settings choose it. */
  enabled: z.boolean(),
  /** Whether the principal asked about is offered it; what is offered is listed and may be called. */
  offered: z.boolean(),
  /** Why it is not offered, as a sentence. */
  why: z.string().optional(),
});

const choice = z.object({
  /** What was done, as a sentence. */
  message: z.string(),
  changed: z.boolean(),
  includeAllSystemTools: z.boolean(),
  tools: z.array(z.string()),
});

export type ToolView = z.infer<typeof tool>;

/** The default endpoint's tools. */
export const toolsContract = {
  /** As one person meets them; without an address, as the desk's administrator does. */
  list: procedure.input(z.object({ as: z.string().optional() })).output(z.array(tool)),
  enable: procedure.input(z.object({ name: z.string() })).output(choice),
  disable: procedure.input(z.object({ name: z.string() })).output(choice),
  /** Turns "include all system tools" back on. */
  enableAll: procedure.output(choice),
};
