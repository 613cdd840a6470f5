import { z } from 'zod';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

const call = z.object({
  id: z.int(),
  at: timestamp,
  milliseconds: z.number(),
  endpointId: z.string(),
  configurationVersion: z.int(),
  /** A protocol revision, or `command-line`. */
  era: z.string(),
  client: z.string(),
  application: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  /** Kind and record, such as `agent:3`. */
  principal: z.string(),
  tool: z.string(),
  arguments: z.unknown(),
  result: z.unknown().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  changeSetId: z.int().optional(),
  /** The rows that it changed, at most a hundred; absent when it changed none. */
  changes: z
    .array(
      z.object({
        table: z.string(),
        id: z.int().optional(),
        operation: z.enum(['insert', 'update', 'delete', 'bulk']),
      }),
    )
    .optional(),
});

export type CallView = z.infer<typeof call>;

export const activityContract = {
  /** The latest calls first; `before` is the id that the previous page ended with. */
  list: procedure
    .input(
      z.object({
        before: z.int().positive().optional(),
        tool: z.string().optional(),
        limit: z.int().min(1).max(500).default(50),
      }),
    )
    .output(z.array(call)),
};
