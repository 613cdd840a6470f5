import { z } from 'zod';
import { orderedKinds, setupKinds } from '../domain/ticket-setup.ts';
import { procedure } from './procedure.ts';
import { recordId } from './record-list.ts';

const one = z.strictObject({ kind: z.enum(setupKinds), id: recordId });

const uses = z.array(z.object({ what: z.string(), count: z.int() }));

/** What everything that tickets are set up with has in common. */
export const ticketSetupContract = {
  /** What uses it, as "tickets" or "1 service" would be said of it; nothing does when the list is empty. */
  uses: procedure.input(one).output(uses),
  /** Refused while anything uses it, with what does. */
  remove: procedure.input(one).output(z.object({ id: z.int() })),
  /** All of the kind, in their new order. */
  order: procedure
    .input(z.strictObject({ kind: z.enum(orderedKinds), ids: z.array(recordId).min(1).max(1000) }))
    .output(z.object({ ids: z.array(z.int()) })),
};
