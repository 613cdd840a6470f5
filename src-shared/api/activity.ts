import { z } from 'zod';
import { callSummary, callView, principalView, rowChange } from './call-view.ts';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

const names = z.array(z.string().max(300)).max(50);

/** Which calls are meant: those that satisfy everything that is given. */
export const activityFilter = z.object({
  /** Any of these. */
  tools: names.optional(),
  /** Ids of applications. */
  applications: names.optional(),
  /** Ids of collections, or of the default endpoint. */
  endpoints: names.optional(),
  /** Labels such as `agent:3`. */
  principals: names.optional(),
  clients: names.optional(),
  /** `ok`, `failed`, or any of the codes. */
  outcome: z.union([z.literal('ok'), z.literal('failed'), z.array(z.string().max(60)).min(1).max(20)]).optional(),
  /** Whether it changed the desk. */
  wrote: z.boolean().optional(),
  /** `playground`: by a conversation there. */
  madeIn: z.enum(['playground', 'elsewhere']).optional(),
  /** From this moment on. */
  from: timestamp.optional(),
  /** Before this moment. */
  to: timestamp.optional(),
  /** Stands in the arguments, the result or the error, whatever the case of its letters. */
  text: z.string().max(200).optional(),
});

const listInput = activityFilter.extend({
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(500).default(50),
});

const listOutput = z.object({
  calls: z.array(callSummary),
  /** Pass as `before` for what is older; absent at the end. */
  next: z.int().optional(),
  /**
   * How many calls the filter finds in all. Not `exact` where counting stopped: beyond 10,000, or where a search for
   * text has not looked at older calls yet.
   */
  total: z.object({ count: z.int(), exact: z.boolean() }),
});

const bucket = z.object({
  at: timestamp,
  calls: z.int(),
  failed: z.int(),
  /** Milliseconds; absent when there was no call. */
  p50: z.number().optional(),
  p95: z.number().optional(),
});

const figures = z.object({
  bucketSeconds: z.int(),
  /** Without gaps, oldest first. */
  buckets: z.array(bucket),
  calls: z.int(),
  failed: z.int(),
  p50: z.number().optional(),
  p95: z.number().optional(),
});

const facets = z.object({
  tools: z.array(z.string()),
  applications: z.array(z.object({ id: z.string(), name: z.string().optional() })),
  principals: z.array(principalView),
  clients: z.array(z.string()),
  errors: z.array(z.string()),
});

export type ActivityFilter = z.infer<typeof activityFilter>;
export type ActivityFigures = z.infer<typeof figures>;
export const activityContract = {
  /** The latest calls first; `before` is the id that the previous page ended with. */
  list: procedure.input(listInput).output(listOutput),
  /** The same calls with their arguments, results and changed rows. */
  read: procedure
    .input(listInput.extend({ limit: z.int().min(1).max(500).default(50) }))
    .output(listOutput.extend({ calls: z.array(callView) })),
  get: procedure.input(z.object({ id: z.int().positive() })).output(
    callView.extend({
      /** What the call changed, row by row, at most 200 rows of `rowsTotal`. */
      rows: z.array(rowChange),
      rowsTotal: z.int(),
      /** The calls next to it, for stepping through the log. */
      older: z.int().optional(),
      newer: z.int().optional(),
    }),
  ),
  /** Calls, failures and durations over the latest minutes. */
  figures: procedure.input(z.object({ minutes: z.int().min(1).max(1440).default(15) })).output(figures),
  /** What there is to filter by, in the latest 100,000 calls; at most 200 of each. */
  facets: procedure.output(facets),
  /** One part of a download, at most 250 calls, oldest last; the caller joins the parts while there is a `next`. */
  export: procedure
    .input(activityFilter.extend({ format: z.enum(['csv', 'jsonl']), before: z.int().positive().optional() }))
    .output(z.object({ text: z.string(), calls: z.int(), next: z.int().optional() })),
};

export type { CallSummary, CallView } from './call-view.ts';
