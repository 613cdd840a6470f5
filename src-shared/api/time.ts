import { z } from 'zod';
import { procedure } from './procedure.ts';
import { listInput, listOutput, recordId, reference } from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const timeSorts = ['startedAt', 'id', 'seconds', 'agent'] as const;

const entry = z.object({
  id: z.int(),
  agent: reference,
  ticket: z.object({ id: z.int(), summary: z.string() }).optional(),
  note: z.string(),
  startedAt: timestamp,
  seconds: z.int(),
});

export type TimeEntryRow = z.infer<typeof entry>;

export const timeContract = {
  /** Entries that start from `from` on and before `to`. */
  list: procedure
    .input(
      listInput(timeSorts, {
        agentId: recordId.optional(),
        ticketId: recordId.optional(),
        from: timestamp.optional(),
        to: timestamp.optional(),
      }),
    )
    .output(
      listOutput(entry).extend({
        /** Of all the entries that the filters leave, not only of these rows. */
        totalSeconds: z.int(),
      }),
    ),
};
