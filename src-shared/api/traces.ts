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
  /** As last known: the endpoint may be gone. */
  endpointName: z.string().optional(),
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

const setter = z.object({
  /** As the ledger calls it, such as `status_id`. */
  column: z.string(),
  /** For a ticket's custom fields, assets and articles: which of them. */
  value: z.int().optional(),
  /** Whether the record was created with it. */
  created: z.boolean(),
  at: timestamp,
  /** A name. */
  actor: z.string(),
  label: z.string(),
  /** The call that set it. */
  callId: z.int().optional(),
  /** The endpoint that the call came through, as last known. */
  endpointName: z.string().optional(),
});

export type FieldSetter = z.infer<typeof setter>;
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
  /** Who or what set each field of a record last; what was loaded with the desk is not told field by field. */
  fields: procedure.input(z.strictObject({ kind: z.enum(recordKinds), id: recordId })).output(z.array(setter)),
};
