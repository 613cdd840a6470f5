import { z } from 'zod';
import { procedure } from './procedure.ts';
import { reference } from './record-list.ts';

const counts = z.object({
  open: z.int(),
  closed: z.int(),
  overdue: z.int(),
  unassigned: z.int(),
  /** In the statuses' order, those without tickets too. */
  byStatus: z.array(reference.extend({ kind: z.enum(['open', 'closed']), tickets: z.int() })),
  /** The last thirty days in UTC, oldest first, days without tickets too. */
  openedByDay: z.array(z.object({ day: z.iso.date(), tickets: z.int() })),
});

export type DeskCounts = z.infer<typeof counts>;

/** What must be typed to reset the desk. */
export const resetWord = 'reset';

export const deskContract = {
  counts: procedure.output(counts),
  /**
   * Replaces everything on the desk. Configuration, access and traces stay, and no id is used twice: applications that
   * act as somebody of the old desk are refused from then on until they are given somebody else.
   */
  reset: procedure
    .input(z.strictObject({ to: z.enum(['demo', 'empty']), confirm: z.string() }))
    .output(z.object({ changeSetId: z.int(), tickets: z.int(), brokenApplications: z.array(z.string()) })),
};
