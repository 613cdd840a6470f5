import { z } from 'zod';
import { recordKinds } from '../domain/record-kinds.ts';
import { procedure } from './procedure.ts';
import { listOutput, recordId } from './record-list.ts';
import { timestamp } from './timestamp.ts';

const field = z.object({
  column: z.string(),
  label: z.string(),
  /** Readable: names instead of ids. Absent for nothing. */
  before: z.string().optional(),
  after: z.string().optional(),
});

const entry = z.object({
  changeSetId: z.int(),
  at: timestamp,
  kind: z.enum(['call', 'edit', 'import', 'reset', 'rule', 'timer']),
  /** A name. */
  actor: z.string(),
  label: z.string(),
  callId: z.int().optional(),
  tool: z.string().optional(),
  application: z.string().optional(),
  endpointId: z.string().optional(),
  /** What happened to the record itself; absent when only rows that belong to it changed. */
  operation: z.enum(['insert', 'update', 'delete', 'bulk']).optional(),
  fields: z.array(field),
  /** Rows that belong to the record: entries of a ticket's history, its fields and links, an agent's teams. */
  rows: z.array(
    z.object({
      operation: z.enum(['insert', 'update', 'delete']),
      /** What kind of row, such as "History entry". */
      label: z.string(),
      text: z.string(),
    }),
  ),
});

export type TraceEntry = z.infer<typeof entry>;

export const tracesContract = {
  /** Who or what changed a record, the latest first. The last one is how it came to be. */
  record: procedure
    .input(
      z.strictObject({
        kind: z.enum(recordKinds),
        id: recordId,
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(listOutput(entry)),
};
