import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { conversationSetup, longestPrompt, mostComparedSetups, turnStates } from '../domain/conversations.ts';
import { errorCodes } from '../errors/app-error.ts';
import { procedure } from './procedure.ts';
import { line, recordId } from './record-list.ts';
import { timestamp } from './timestamp.ts';

/** What of a long text travels with an item; `conversations.itemText` has the whole. */
export const longestShownText = 20_000;

const tokens = z.object({ input: z.int(), cachedInput: z.int(), output: z.int(), reasoning: z.int() });

const summary = z.object({
  id: z.int(),
  title: z.string(),
  setup: conversationSetup,
  createdAt: timestamp,
  updatedAt: timestamp,
  turns: z.int(),
  /** That of its latest turn; absent without one. */
  state: z.enum(turnStates).optional(),
  tokens,
  /** The conversations beside which it is shown have the same. */
  comparisonId: z.int().optional(),
  /** The conversation and the number of the turn that it went out from. */
  branchOf: z.object({ id: z.int(), turn: z.int() }).optional(),
  /** The conversation whose recorded answers it is given. */
  replayOf: z.int().optional(),
});

const text = {
  /** At most `longestShownText` characters of it. */
  text: z.string(),
  length: z.int(),
};

const failure = z.object({
  /** What happened and what to do, for a person. */
  message: z.string(),
  /** The error code of the workbench, or the server's own. */
  code: z.union([z.enum(errorCodes), z.string()]),
  /** What the server said, as it said it. */
  technical: z.string().optional(),
});

const approval = z.object({
  /** `policy`: the set-up asks about no such call. `remembered`: it was allowed for this chat or always. */
  decision: z.enum(['once', 'chat', 'always', 'denied', 'policy', 'remembered']).optional(),
  reason: z.string().optional(),
  /** The arguments are not those that the model gave. */
  edited: z.boolean(),
});

const itemBase = { id: z.int(), turnId: z.int(), position: z.int() };

const item = z.discriminatedUnion('kind', [
  z.object({ ...itemBase, kind: z.literal('answer'), ...text, state: z.enum(['streaming', 'done', 'incomplete']) }),
  z.object({ ...itemBase, kind: z.literal('refusal'), ...text }),
  z.object({ ...itemBase, kind: z.literal('reasoning'), ...text, state: z.enum(['streaming', 'done', 'incomplete']) }),
  z.object({
    ...itemBase,
    kind: z.literal('call'),
    tool: z.string(),
    title: z.string().optional(),
    effect: z.enum(['read', 'write', 'destructive']).optional(),
    /** JSON, as far as it has come; it may be no JSON at all. */
    arguments: z.object(text),
    /** Who carries it out. */
    by: z.enum(['workbench', 'hosted']),
    state: z.enum(['arguments', 'waiting', 'running', 'done', 'failed', 'denied', 'stopped', 'interrupted']),
    approval,
    /** Its row in the activity log; absent before it ran, and where the endpoint is elsewhere. */
    callId: z.int().optional(),
    milliseconds: z.number().optional(),
    result: z.object(text).optional(),
    error: failure.optional(),
    changed: z.object({ inserted: z.int(), updated: z.int(), deleted: z.int() }).optional(),
  }),
  /** Hosted tools: what the endpoint listed to the server of the Responses API. */
  z.object({
    ...itemBase,
    kind: z.literal('tool-list'),
    server: z.string(),
    tools: z.int(),
    error: failure.optional(),
  }),
  /** Something else that the server sent, shown as JSON. */
  z.object({ ...itemBase, kind: z.literal('other'), type: z.string(), ...text }),
]);

const turn = z.object({
  id: z.int(),
  /** From 1 on. A turn that is tried again keeps its number. */
  number: z.int(),
  /** How often the prompt was tried, and which of the tries this is; earlier ones are kept. */
  attempt: z.int(),
  prompt: z.object(text),
  state: z.enum(turnStates),
  error: failure.optional(),
  /** What a person should know of how it went, as sentences: where a replay came out otherwise, why it ended early. */
  notes: z.array(z.string()),
  startedAt: timestamp,
  endedAt: timestamp.optional(),
  tokens,
  /** Milliseconds: to the first token, waiting for the model, and running tools. */
  times: z.object({ firstToken: z.number().optional(), model: z.number(), tools: z.number() }),
  /** How many requests were made to the model. */
  exchanges: z.int(),
  setup: conversationSetup,
  items: z.array(item),
});

/** What happens in a conversation, so that a page which applies them in order shows what the core holds. */
const event = z.discriminatedUnion('kind', [
  /** Comes first: the conversation with its latest turns, at most 30. */
  z.object({ kind: z.literal('snapshot'), conversation: summary, turns: z.array(turn) }),
  z.object({ kind: z.literal('conversation'), conversation: summary }),
  /** A turn that is new, or has changed; without its items. */
  z.object({ kind: z.literal('turn'), turn: turn.omit({ items: true }) }),
  /** An item that is new, or is now so. */
  z.object({ kind: z.literal('item'), item }),
  /** More of an item's text, or of a call's arguments, from that character on. */
  z.object({
    kind: z.literal('text'),
    turnId: z.int(),
    itemId: z.int(),
    from: z.int(),
    text: z.string(),
    /** When the process received it, as epoch milliseconds with fractions. */
    receivedAt: z.number(),
  }),
  z.object({ kind: z.literal('removed') }),
]);

const grant = z.object({
  id: z.int(),
  /** Absent: for every conversation. */
  conversationId: z.int().optional(),
  endpointId: z.string(),
  endpointName: z.string().optional(),
  /** Absent: every tool that only reads. */
  tool: z.string().optional(),
  createdAt: timestamp,
});

const exchange = z.object({
  id: z.int(),
  number: z.int(),
  startedAt: timestamp,
  /** The HTTP status; absent when no reply came. */
  status: z.int().optional(),
  /** Milliseconds from the start. */
  firstEventAt: z.number().optional(),
  endedAt: z.number().optional(),
  events: z.int(),
  /** The server's own id of the request, for its support. */
  requestId: z.string().optional(),
  error: failure.optional(),
});

const rawEvent = z.object({
  number: z.int(),
  /** Milliseconds after the exchange began. */
  at: z.number(),
  type: z.string(),
  /** JSON as it came, at most `longestShownText` characters of it. */
  ...text,
});

const id = z.strictObject({ id: recordId });
const itemOf = { itemId: recordId };

export type Conversation = z.infer<typeof summary>;
export type ConversationTurn = z.infer<typeof turn>;
export type ConversationItem = z.infer<typeof item>;
export type CallItem = Extract<ConversationItem, { kind: 'call' }>;
export type ConversationEvent = z.infer<typeof event>;
export type ApprovalGrant = z.infer<typeof grant>;
export type Exchange = z.infer<typeof exchange>;
export type RawEvent = z.infer<typeof rawEvent>;

/** The playground: conversations with a model that uses an endpoint's tools. Those that run go on without a page. */
export const conversationsContract = {
  /** The latest first. Words are looked for in titles, prompts, answers, arguments and results. */
  list: procedure
    .input(
      z.strictObject({
        search: z.string().max(400).optional(),
        offset: z.int().min(0).max(1_000_000),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(summary.extend({ /** Where the words stand. */ excerpt: z.string().optional() })),
        total: z.int(),
      }),
    ),
  create: procedure.input(z.strictObject({ setup: conversationSetup })).output(summary),
  /** Conversations side by side, one for each set-up. */
  compare: procedure
    .input(z.strictObject({ setups: z.array(conversationSetup).min(2).max(mostComparedSetups) }))
    .output(z.array(summary)),
  get: procedure.input(id).output(summary.extend({ beside: z.array(summary) })),
  /** A set-up takes effect with the next turn. */
  update: procedure
    .input(id.extend({ title: line(200).optional(), setup: conversationSetup.optional() }))
    .output(summary),
  /** With everything it holds; what its calls did stays in the activity log. A conversation that runs is refused. */
  remove: procedure.input(id).output(z.object({})),
  follow: procedure.input(id).output(eventIterator(event)),
  /** Turns before a number, the latest first. */
  turns: procedure.input(id.extend({ before: z.int().min(1), limit: z.int().min(1).max(50) })).output(z.array(turn)),
  /** Other tries of a turn, the latest first. */
  attempts: procedure.input(z.strictObject({ turnId: recordId })).output(z.array(turn)),
  /** Refused while a turn runs or waits. Answers once the turn is stored. */
  send: procedure
    .input(id.extend({ text: z.string().trim().min(1).max(longestPrompt) }))
    .output(z.object({ turnId: z.int() })),
  /** Ends the model's stream and the call that runs. Answers once both have ended. */
  stop: procedure.input(id).output(z.object({})),
  /** The latest prompt once more; its answer so far is kept as an earlier attempt. */
  retry: procedure.input(id).output(z.object({ turnId: z.int() })),
  /** A new conversation that holds the turns up to and with that number; 0 holds none. */
  branch: procedure.input(id.extend({ turn: z.int().min(0) })).output(summary),
  /** A new conversation up to that call, made with these arguments instead, and goes on from there. */
  rerunCall: procedure.input(z.strictObject({ ...itemOf, arguments: z.string().max(1_000_000) })).output(summary),
  /** On a call that waits. */
  decide: procedure
    .input(
      z.strictObject({
        ...itemOf,
        decision: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('approve'),
            remember: z.enum(['once', 'chat', 'always']),
            /** What is remembered: this tool, or all tools that only read. */
            of: z.enum(['tool', 'reads']),
            /** Instead of the model's, as JSON. */
            arguments: z.string().max(1_000_000).optional(),
          }),
          z.strictObject({ kind: z.literal('deny'), reason: z.string().trim().max(2000).optional() }),
        ]),
      }),
    )
    .output(z.object({})),
  /** What is allowed without asking: always, and in that conversation. */
  grants: procedure.input(z.strictObject({ conversationId: recordId.optional() })).output(z.array(grant)),
  revokeGrant: procedure.input(id).output(z.object({})),
  /** The whole of a text: an answer, a call's arguments or its result. */
  itemText: procedure
    .input(z.strictObject({ ...itemOf, of: z.enum(['text', 'arguments', 'result']) }))
    .output(z.object({ text: z.string() })),
  /** The requests of a turn, in the order in which they were made. */
  exchanges: procedure.input(z.strictObject({ turnId: recordId })).output(z.array(exchange)),
  /** The body that was sent, as JSON, without any secret. */
  request: procedure
    .input(z.strictObject({ exchangeId: recordId }))
    .output(z.object({ url: z.string(), body: z.string() })),
  events: procedure
    .input(z.strictObject({ exchangeId: recordId, after: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.array(rawEvent)),
  /** `responses`: a request body for the Responses API. `markdown`: to be read. */
  export: procedure
    .input(id.extend({ format: z.enum(['responses', 'markdown']) }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /**
   * A new conversation that is asked the same, and given the answers that this one was given; tools run anew. Each request
   * takes the next recorded answer; where a call comes out otherwise than recorded the turn says so.
   */
  replay: procedure.input(id).output(summary),
};
