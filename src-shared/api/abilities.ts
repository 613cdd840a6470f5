import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ability, longestParameterValue } from '../domain/abilities.ts';
import { procedure } from './procedure.ts';
import { noteText, recordId } from './record-list.ts';
import { timestamp } from './timestamp.ts';

const id = z.string().min(1).max(100);

const listed = z.object({
  id,
  /** To be handed back with a change: 0 for one that is as it was shipped. */
  version: z.int(),
  /** One of those that every desk has. It can be changed and taken back to what it was, and not be deleted. */
  shipped: z.boolean(),
  savedAt: timestamp.optional(),
  savedBy: z.string().optional(),
  ability,
  /** What it runs on; absent where that is gone. */
  connection: z.object({ name: z.string(), model: z.string(), isOffline: z.boolean() }).optional(),
  /** Why nothing can be run of it, as a sentence. */
  trouble: z.string().optional(),
  /** The custom tools that use it, by endpoint. */
  tools: z.array(z.object({ endpointId: z.string(), endpointName: z.string(), name: z.string() })),
});

/** What it is run over: exactly one of these, as the ability's input says. */
const over = {
  ability,
  ticketId: recordId.optional(),
  articleId: recordId.optional(),
  text: z.string().max(200_000).optional(),
  parameters: z.record(z.string(), z.string().max(longestParameterValue)).default({}),
};

const prompt = z.object({
  instructions: z.string(),
  prompt: z.string(),
  /** An estimate, of both. */
  estimatedTokens: z.int(),
  connection: z.string(),
  /** Empty for the offline model. */
  model: z.string(),
  /** Nothing is sent anywhere: rules make the answer. */
  ruleBased: z.boolean(),
});

const write = z.discriminatedUnion('to', [
  z.object({ to: z.literal('note'), ticketId: z.int(), public: z.boolean() }),
  z.object({
    to: z.literal('field'),
    of: z.enum(['ticket', 'article']),
    id: z.int(),
    field: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  z.object({
    to: z.literal('article'),
    title: z.string(),
    description: z.string(),
    resolution: z.string(),
    tags: z.array(z.string()),
    audience: z.enum(['agents', 'everyone']),
    inactive: z.boolean(),
  }),
]);

const event = z.discriminatedUnion('kind', [
  prompt.extend({ kind: z.literal('prompt') }),
  /** More of the answer. */
  z.object({ kind: z.literal('text'), delta: z.string() }),
  z.object({
    kind: z.literal('draft'),
    /** To be applied by; forgotten after an hour, and when the program ends. */
    draftId: z.string(),
    text: z.string(),
    /** What applying it writes; absent where the text is all. */
    write: write.optional(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    milliseconds: z.int(),
  }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
]);

const done = z.object({
  message: z.string(),
  /** The record that was written to or created. */
  record: z.object({ kind: z.enum(['ticket', 'article']), id: z.int() }).optional(),
});

export type AbilityView = z.infer<typeof listed>;
export type AbilityEvent = z.infer<typeof event>;
export type AbilityPrompt = z.infer<typeof prompt>;
export type AbilityWrite = z.infer<typeof write>;

/** AI abilities: prompts that are run over a ticket, an article or a text, as the desk's administrator. */
export const abilitiesContract = {
  /** By name. */
  list: procedure.output(z.object({ abilities: z.array(listed) })),
  /** Without an id a new one. With the version that was read it is a `conflict` when somebody saved it since. */
  save: procedure.input(z.strictObject({ id: id.optional(), version: z.int().optional(), ability })).output(listed),
  /** Deletes it, or takes one that was shipped back to what it was. */
  remove: procedure.input(z.strictObject({ id })).output(z.object({ message: z.string() })),
  /** What would be sent, saved or not. Nothing is. */
  prompt: procedure.input(z.strictObject(over)).output(prompt),
  /** Runs it, saved or not, and writes nothing. It ends with a draft or a failure, and stops when it is aborted. */
  run: procedure.input(z.strictObject(over)).output(eventIterator(event)),
  /**
   * Writes a draft where its ability writes, or adds it to its ticket as a note with the text as it was edited. A
   * `conflict` when the record is no longer what it was.
   */
  apply: procedure
    .input(
      z.strictObject({
        draftId: z.string().min(1).max(100),
        note: z.strictObject({ text: noteText, public: z.boolean() }).optional(),
      }),
    )
    .output(done),
};
