import { z } from 'zod';
import { recordKinds } from '../domain/record-kinds.ts';
import { errorCodes } from '../errors/app-error.ts';
import { timestamp } from './timestamp.ts';

/** A principal as people read it. */
export const principalView = z.object({
  /** Kind and record, such as `agent:3`, as the activity log and the ledger write it. */
  label: z.string(),
  kind: z.enum(['agent', 'user', 'service']),
  /** Absent when the record no longer exists. */
  name: z.string().optional(),
  email: z.string().optional(),
});

/** How many rows of the desk a call inserted, updated and deleted. */
const changeCounts = z.object({ inserted: z.int(), updated: z.int(), deleted: z.int() });

/** A call in one line: what lists and live events carry. */
export const callSummary = z.object({
  id: z.int(),
  at: timestamp,
  milliseconds: z.number(),
  endpointId: z.string(),
  /** Absent when there is no such endpoint any more. */
  endpointName: z.string().optional(),
  configurationVersion: z.int(),
  /** A protocol revision, `command-line`, or `workbench` for the app. */
  era: z.string(),
  client: z.string(),
  application: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  /** Kind and record, such as `agent:3`. */
  principal: z.string(),
  who: principalView,
  tool: z.string(),
  /** What kind of tool it is; absent when no tool has the name. */
  effect: z.enum(['read', 'write', 'destructive']).optional(),
  /** The arguments as JSON, at most 300 characters of it. */
  argumentsText: z.string(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  changeSetId: z.int().optional(),
  /** Absent when it changed none. */
  changed: changeCounts.optional(),
  /** The conversation of the playground, and the number of its turn, that made the call; absent for other calls. */
  conversation: z.union([z.object({ id: z.int(), title: z.string(), turn: z.int() }), z.literal('deleted')]).optional(),
});

export type CallSummary = z.infer<typeof callSummary>;

const changedRow = z.object({
  table: z.string(),
  id: z.int().optional(),
  operation: z.enum(['insert', 'update', 'delete', 'bulk']),
});

/** A call with what went in and came out. */
export const callView = callSummary.extend({
  arguments: z.unknown(),
  result: z.unknown().optional(),
  /** The rows that it changed, at most a hundred; absent when it changed none. */
  changes: z.array(changedRow).optional(),
});

export type CallView = z.infer<typeof callView>;

/** A changed row with its columns: what each held before and after. Absent means that the row was not there. */
export const rowChange = changedRow.extend({
  /** The record that the row belongs to, where it is none itself. */
  of: z.object({ kind: z.enum(recordKinds), id: z.int() }).optional(),
  columns: z.array(
    z.object({
      name: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
      /** What the rows are called that an id points at; absent for one that is not there. */
      beforeName: z.string().optional(),
      afterName: z.string().optional(),
    }),
  ),
});

export type RowChange = z.infer<typeof rowChange>;

/** What came of a call made through the admin door: exactly one of `result` and `error`. */
export const callReport = z.object({
  /** Its row in the activity log; absent when nothing can be written, as on a full disk. */
  callId: z.int().optional(),
  milliseconds: z.number(),
  result: z.unknown().optional(),
  error: z.object({ code: z.enum(errorCodes), message: z.string() }).optional(),
  changeSetId: z.int().optional(),
  changed: changeCounts.optional(),
  /** At most 200; absent when it changed none. */
  changes: z.array(rowChange).optional(),
});

/** What a call would have come to, had it been made: it was not, and nothing of it is left. */
export const callPreview = callReport.omit({ callId: true, changeSetId: true }).extend({
  /** What the call would begin with outside the desk, as sentences; then it has neither a result nor an error. */
  notRun: z.array(z.string()).optional(),
});

export type CallPreview = z.infer<typeof callPreview>;
export type CallReport = z.infer<typeof callReport>;
export type PrincipalView = z.infer<typeof principalView>;
