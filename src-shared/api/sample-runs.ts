import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { recordKinds } from '../domain/record-kinds.ts';
import { callSummary } from './call-view.ts';
import { procedure } from './procedure.ts';

const state = z.enum(['running', 'done', 'failed']);
const failure = z.object({ code: z.string(), message: z.string() });

/** What the model's server does, step by step. */
const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    state,
    tools: z.array(z.string()),
    error: z.string().optional(),
  }),
  z.object({
    kind: z.literal('call'),
    state,
    tool: z.string(),
    arguments: z.unknown(),
    /** Exactly one of the two once it has ended. */
    result: z.unknown().optional(),
    error: failure.optional(),
    /** As Activity has it; absent while it runs, and for what never reached a tool. */
    call: callSummary.optional(),
    /** The records that it made. */
    made: z.array(z.object({ kind: z.enum(recordKinds), id: z.int(), name: z.string() })),
  }),
  z.object({ kind: z.literal('answer'), state, text: z.string() }),
]);

const event = z.discriminatedUnion('kind', [
  /** A step that is new, or is now so; `index` counts from 0. */
  z.object({ kind: z.literal('step'), index: z.int(), step }),
  /** More of an answer. */
  z.object({ kind: z.literal('text'), index: z.int(), text: z.string() }),
  z.object({
    kind: z.literal('ended'),
    milliseconds: z.number(),
    /** The response as it was sent, without the key. */
    response: z.unknown(),
    /** Why it failed, as a sentence. */
    failure: z.string().optional(),
  }),
]);

export type SampleStep = z.infer<typeof step>;
export type SampleRunEvent = z.infer<typeof event>;

export const sampleRunsContract = {
  /**
   * Sends an endpoint's sample request to the built-in offline model, as somebody: what it does to the desk is real, and
   * in Activity. It ends with the stream.
   */
  run: procedure
    .input(
      z.strictObject({
        /** The id of a collection, or of the default endpoint. */
        endpointId: z.string().min(1).max(100),
        /** An email address, or a label such as `agent:3`; the desk's administrator without it. */
        as: z.string().max(300).optional(),
      }),
    )
    .output(eventIterator(event)),
};
