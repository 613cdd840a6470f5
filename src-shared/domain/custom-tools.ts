import { z } from 'zod';

/** Every custom tool's name begins with it, as in Halo. */
const customToolPrefix = 'CF_';
/** OpenAI takes names of at most 64 characters, of letters, digits, `_` and `-`; MCP allows more. */
export const longestCustomToolName = 64;
export const mostCustomTools = 100;
export const longestCustomToolTitle = 100;
export const longestInstruction = 4000;
export const longestParameterDescription = 1000;

/** A tool that an administrator made. What each text may be is checked when it is saved. */
export const customTool = z.strictObject({
  /** The wire name. */
  name: z.string(),
  title: z.string(),
  /** What models read as its description: when to use it. */
  instruction: z.string(),
  /** The name of its use, and that use's own settings. */
  use: z.string(),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** What models read of a parameter instead of its own description, by the parameter's name. */
  parameters: z.record(z.string(), z.string()).default({}),
  enabled: z.boolean().default(true),
});

export type CustomTool = z.infer<typeof customTool>;

const recordId = z.int().positive();
/** `summary`: a summary and details. `fields`: beside those the fields of the ticket type. */
const parameters = z.enum(['summary', 'fields']).default('summary');

/** "Log a ticket": of one type, of one template, or of any type that the caller may log, which the model names. */
export const logTicketSettings = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('type'), typeId: recordId, parameters }),
  z.strictObject({ of: z.literal('template'), templateId: recordId, parameters }),
  z.strictObject({ of: z.literal('any') }),
]);

export type LogTicketSettings = z.infer<typeof logTicketSettings>;

/** "Use specific action": one outcome, whose fields are its parameters. */
export const specificActionSettings = z.strictObject({ outcomeId: recordId });

export type SpecificActionSettings = z.infer<typeof specificActionSettings>;

/** "AI ability": which. */
export const aiAbilitySettings = z.strictObject({ abilityId: z.string().min(1).max(100) });

export type AiAbilitySettings = z.infer<typeof aiAbilitySettings>;

/** A name that the words suggest, such as `CF_new_laptop`. */
export function suggestToolName(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return (customToolPrefix + plain.replace(/^_+/, '')).slice(0, longestCustomToolName).replace(/_+$/, '');
}

/** What is wrong with a name, as a sentence; undefined when nothing is. */
export function findNameTrouble(name: string): string | undefined {
  if (name.length > longestCustomToolName) {
    return `The name of a custom tool has at most ${longestCustomToolName} characters, the most that OpenAI takes.`;
  }
  if (/^CF_[A-Za-z0-9_]+$/.test(name)) return undefined;
  return 'The name of a custom tool begins with CF_, followed by letters without accents, digits and underscores, such as CF_new_laptop.';
}
