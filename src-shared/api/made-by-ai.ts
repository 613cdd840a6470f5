import { z } from 'zod';

/** Through which endpoint something was created; absent on what people, imports and rules created. */
export const madeByAi = z.object({
  endpointId: z.string(),
  /** As last known: the endpoint may be gone. */
  endpointName: z.string(),
  /** The call that created it; absent when the log has none of it. */
  callId: z.int().optional(),
});

export type MadeByAi = z.infer<typeof madeByAi>;
