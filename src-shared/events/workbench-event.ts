import { z } from 'zod';
import { callSummary } from '../api/call-view.ts';
import { timestamp } from '../api/timestamp.ts';

/** At most this many of a batch's calls are carried, the latest; the rest are counted. */
export const mostCallsInEvent = 50;
/** At most this many records of a batch are named; beyond it `everything` says to read anew. */
export const mostRecordsInEvent = 200;

const hello = z.object({
  kind: z.literal('hello'),
  version: z.string(),
  startedAt: timestamp,
  /** New with each start of the program: a page that sees another one has lost its place. */
  instance: z.string(),
});

/** Sent when nothing else was for ten seconds. */
const heartbeat = z.object({ kind: z.literal('heartbeat'), at: timestamp });

const calls = z.object({
  kind: z.literal('calls'),
  /** The latest of the batch, newest first. */
  calls: z.array(callSummary).max(mostCallsInEvent),
  /** How many calls the batch stands for. */
  count: z.int(),
  failed: z.int(),
});

const desk = z.object({
  kind: z.literal('desk'),
  /** Tables without their prefix, such as `ticket`, and ids. */
  records: z.array(z.object({ kind: z.string(), id: z.int() })).max(mostRecordsInEvent),
  /** More changed than is named: whatever shows the desk reads anew. */
  everything: z.boolean(),
});

const configuration = z.object({
  kind: z.literal('configuration'),
  /** The kind of the object that was saved, such as `endpoint`. */
  object: z.string(),
  endpointId: z.string().optional(),
  version: z.int(),
  by: z.string(),
});

/** Applications or keys changed. */
const access = z.object({ kind: z.literal('access') });

/** How many sessions are open, and how many clients used the endpoint lately. */
const sessions = z.object({ kind: z.literal('sessions'), open: z.int(), clients: z.int() });

/** An import went on, ended or was taken back. */
const imports = z.object({ kind: z.literal('imports') });

/** A conversation began, went on, ended or was changed. */
const conversations = z.object({ kind: z.literal('conversations') });

/** What the core pushes to its pages, in batches of at most four messages a second. */
export const workbenchEvent = z.discriminatedUnion('kind', [
  hello,
  heartbeat,
  calls,
  desk,
  configuration,
  access,
  sessions,
  imports,
  conversations,
]);

export type WorkbenchEvent = z.infer<typeof workbenchEvent>;
