import { z } from 'zod';
import { customTool } from '../domain/custom-tools.ts';
import { procedure } from './procedure.ts';

const schema = z.record(z.string(), z.unknown());

const use = z.object({
  name: z.string(),
  title: z.string(),
  /** What it is for, as one sentence. */
  about: z.string(),
  /** The JSON schema of its settings. */
  settings: schema,
});

/** Something that a tool can be made of; `why` says why it cannot on this endpoint. */
const choice = z.object({
  id: z.int(),
  name: z.string(),
  /** How many fields become parameters. */
  fields: z.int(),
  why: z.string().optional(),
});

const choices = z.object({
  types: z.array(choice),
  templates: z.array(choice.extend({ typeName: z.string() })),
  outcomes: z.array(choice.extend({ quick: z.boolean() })),
  abilities: z.array(z.object({ id: z.string(), name: z.string(), about: z.string(), why: z.string().optional() })),
});

const preview = z.object({
  /** What is wrong with it, as a sentence: it cannot be saved like this. */
  trouble: z.string().optional(),
  /** Exactly what `tools/list` answers those who are offered it, and what that costs: an estimate. */
  listings: z.array(z.object({ audience: z.enum(['agents', 'users']), tool: schema, estimatedTokens: z.int() })),
  /** In their order, with what models read of each unless it is described anew here. */
  parameters: z.array(z.object({ name: z.string(), description: z.string(), required: z.boolean() })),
  /** What an administrator would want to know, as sentences. */
  advice: z.array(z.string()),
});

/** `default` or the id, slug or name of a collection. */
const ofEndpoint = z.object({ endpoint: z.string() });
const done = z.object({ name: z.string(), message: z.string() });

export type CustomToolChoice = z.infer<typeof choice>;
export type CustomToolChoices = z.infer<typeof choices>;
export type CustomToolPreview = z.infer<typeof preview>;

export const customToolsContract = {
  /** What a custom tool can be used for. */
  uses: procedure.output(z.array(use)),
  choices: procedure.input(ofEndpoint).output(choices),
  /** What the endpoint would list of it. Changes nothing. */
  preview: procedure.input(ofEndpoint.extend({ tool: customTool, replaces: z.string().optional() })).output(preview),
  get: procedure
    .input(ofEndpoint.extend({ name: z.string() }))
    .output(z.object({ tool: customTool, broken: z.string().optional() })),
  /**
   * Adds it, or puts it in the place of the one named. With `read` it is a `conflict` when that was changed since.
   */
  put: procedure
    .input(ofEndpoint.extend({ tool: customTool, replaces: z.string().optional(), read: customTool.optional() }))
    .output(done),
  delete: procedure.input(ofEndpoint.extend({ name: z.string() })).output(done),
  /** Adds it to another endpoint, under another name where one is given. */
  copy: procedure
    .input(ofEndpoint.extend({ name: z.string(), to: z.string(), as: z.string().optional() }))
    .output(done),
};
