import { z } from 'zod';
import { principalView } from './call-view.ts';
import { procedure } from './procedure.ts';

const offer = z.enum(['listed', 'extra', 'no']);
const schema = z.record(z.string(), z.unknown());

/** What a tool is, wherever it is offered. */
export const toolFacts = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['read', 'write']),
  /** As the model reads it. */
  description: z.string(),
  annotations: z.object({
    title: z.string(),
    readOnlyHint: z.boolean(),
    destructiveHint: z.boolean(),
    idempotentHint: z.boolean(),
    openWorldHint: z.boolean(),
  }),
  inputSchema: schema,
  /** Absent when the tool answers in blocks of its own. */
  outputSchema: schema.optional(),
  /** Any one of these is needed; none: no scope is. */
  scopes: z.array(z.string()),
  /** What the role of an agent must allow in strict mode. */
  needs: z.object({ area: z.string(), level: z.enum(['read', 'edit']) }).optional(),
  /** The first release of Halo that has it. */
  since: z.string(),
  /** For the default endpoint, agent collections and user collections. */
  columns: z.object({ default: offer, agent: offer, user: offer }),
  /** What is particular to a custom tool: what it is used for, and why nothing can be made of its settings. */
  custom: z.object({ use: z.string(), broken: z.string().optional() }).optional(),
  /** What listing it costs, by the rule of `estimateTokens`: an estimate. */
  estimatedTokens: z.int(),
});

const tool = toolFacts.extend({
  /** Whether the endpoint's settings choose it. */
  enabled: z.boolean(),
  /** Whether the principal asked about is offered it; what is offered is listed and may be called. */
  offered: z.boolean(),
  /** Why it is not offered, as a sentence. */
  why: z.string().optional(),
});

const choice = z.object({
  /** What was done, as a sentence. */
  message: z.string(),
  changed: z.boolean(),
  includeAllSystemTools: z.boolean(),
  tools: z.array(z.string()),
});

const listing = z.object({
  principal: principalView,
  /** Exactly what `tools/list` answers. */
  tools: z.array(schema),
  bytes: z.int(),
  /** What listing all of it costs: an estimate. */
  estimatedTokens: z.int(),
});

const as = z.string().optional();

export type ToolFactsView = z.infer<typeof toolFacts>;
export type ToolView = z.infer<typeof tool>;
/** The default endpoint's tools. */
export const toolsContract = {
  /** As one person meets them; without an address, as the desk's administrator does. */
  list: procedure.input(z.object({ as })).output(z.array(tool)),
  get: procedure.input(z.object({ name: z.string(), as })).output(tool),
  /** What that person's client is sent. Throws `not_allowed` where the endpoint is not for the person. */
  preview: procedure.input(z.object({ as })).output(listing),
  enable: procedure.input(z.object({ name: z.string() })).output(choice),
  disable: procedure.input(z.object({ name: z.string() })).output(choice),
  /** Several at once, in one new version of the configuration; none when one of the names is wrong. */
  choose: procedure
    .input(z.object({ names: z.array(z.string()).min(1).max(200), enabled: z.boolean() }))
    .output(choice),
  /** Turns "include all system tools" back on. */
  enableAll: procedure.output(choice),
  /** Turns it off, with every tool that it chose then chosen by name. */
  pickOneByOne: procedure.output(choice),
};
