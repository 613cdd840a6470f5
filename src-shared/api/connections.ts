import { z } from 'zod';
import { connectionKinds, connectionSettings, longestKey } from '../domain/connection-settings.ts';
import { procedure } from './procedure.ts';
import { line, optionalLine, revision } from './record-list.ts';
import { timestamp } from './timestamp.ts';

const id = z.string().min(1).max(100);

/** What came of a request that was made to find out whether a connection works. */
const testResult = z.object({
  works: z.boolean(),
  at: timestamp,
  /** What happened, and what to do where it does not work. */
  message: z.string(),
  /** Milliseconds to the first event, and to the end. */
  firstEvent: z.number().optional(),
  total: z.number(),
  /** The model that the server says has answered. */
  model: z.string().optional(),
  /** The server's own id of the request, for its support. */
  requestId: z.string().optional(),
  /** What the server said, as it said it. */
  technical: z.string().optional(),
});

/** `none`: none is stored. `unreadable`: one is stored that cannot be read here; `why` is a sentence. */
const keyState = z.object({
  state: z.enum(['none', 'stored', 'unreadable']),
  /** Its last characters; empty for a short one. */
  hint: z.string(),
  why: z.string().optional(),
});

const connection = z.object({
  id: z.string(),
  name: z.string(),
  /** `offline`: the built-in model, which is always there and cannot be changed. */
  kind: z.enum(['offline', ...connectionKinds]),
  baseUrl: z.string(),
  model: z.string(),
  organization: z.string(),
  project: z.string(),
  key: keyState,
  isDefault: z.boolean(),
  revision,
  savedAt: timestamp.optional(),
  savedBy: z.string().optional(),
  /** Since the program started, of the connection as it is now. */
  lastTest: testResult.optional(),
});

const address = z.string().trim().min(1, 'A base URL is needed').max(2000);

const settings = connectionSettings.extend({
  name: line(100),
  baseUrl: address,
  model: line(200),
  organization: optionalLine(200),
  project: optionalLine(200),
});

/** A new key. It is stored, and never shown again. */
const newKey = z
  .string()
  .trim()
  .min(1)
  .max(longestKey)
  .regex(/^[\x21-\x7e]+$/, 'A key has letters, digits and signs, and no spaces');

/** A server to ask: a stored connection, or values that are not saved yet. */
const target = z.union([
  z.strictObject({ id }),
  z.strictObject({
    /** The stored connection whose key is used when none is given; only for the server that it was stored for. */
    id: id.optional(),
    settings: settings.extend({ name: optionalLine(100), model: optionalLine(200) }),
    key: newKey.optional(),
  }),
]);

const use = z.object({
  /** The kind of configuration object, such as `endpoint`. */
  kind: z.string(),
  id: z.string(),
  name: z.string().optional(),
});

export type ConnectionView = z.infer<typeof connection>;
export type ConnectionTestResult = z.infer<typeof testResult>;
export type ConnectionTestTarget = z.infer<typeof target>;

/** AI connections: the ways to models. Nothing but `test` and `listModels` asks a server anything. */
export const connectionsContract = {
  /** The offline model first, then by name. */
  list: procedure.output(z.array(connection)),
  get: procedure.input(z.strictObject({ id })).output(connection),
  /** A new connection without an id. Without a key the stored one stays; `null` forgets it. */
  save: procedure
    .input(
      z.strictObject({
        id: id.optional(),
        revision: revision.optional(),
        settings,
        key: newKey.nullable().optional(),
      }),
    )
    .output(connection),
  remove: procedure.input(z.strictObject({ id, revision })).output(z.object({})),
  /** What removing it would do: what names it, and where it is the default, what becomes of connected clients. */
  removal: procedure.input(z.strictObject({ id })).output(z.object({ message: z.string(), uses: z.array(use) })),
  /** Makes one small request, once. That it fails is a result, not an error. */
  test: procedure.input(target).output(testResult),
  /** The names of the server's models. */
  listModels: procedure.input(target).output(z.object({ models: z.array(z.string()) })),
  /** `none` disables the MCP endpoint as well. */
  setDefault: procedure.input(z.strictObject({ id })).output(z.array(connection)),
};
