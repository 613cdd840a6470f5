import { z } from 'zod';

const text = z.string();
const texts = z.array(text).min(1);
const range = z.tuple([z.number(), z.number()]);

const timing = {
  /** Probability that the step happens. */
  chance: z.number().default(1),
  /** Working hours to wait before it, instead of the usual for such a step. */
  after: range.optional(),
  /** Minutes of work an agent books with it. */
  minutes: range.optional(),
};

/** One step of a conversation: exactly one verb, each with texts to choose from. */
const stepSchema = z.union([
  z.strictObject({ ask: texts, ...timing }),
  z.strictObject({ user: texts, ...timing }),
  z.strictObject({ note: texts, ...timing }),
  z.strictObject({ call: texts, ...timing }),
  z.strictObject({ reply: texts, ...timing }),
  z.strictObject({ supplier: texts, ...timing }),
  z.strictObject({ hold: texts, ...timing }),
  z.strictObject({ schedule: texts, ...timing }),
  z.strictObject({ approval: texts, ...timing }),
  z.strictObject({ resume: texts, ...timing }),
  z.strictObject({ priority: texts, to: text, ...timing }),
  z.strictObject({ move: texts, to: text, ...timing }),
  z.strictObject({ fix: texts, ...timing }),
]);

export const scenarioSchema = z.strictObject({
  key: text,
  type: text,
  category: text,
  team: text,
  weight: z.number().positive(),
  priorities: z.record(text, z.number()),
  /** Where it comes from; left out: mail, portal, chat and, when `spoken` is given, telephone. */
  source: z.enum(['monitoring', 'agent']).optional(),
  hours: z.enum(['office', 'night', 'any']).default('office'),
  /** Only clients of these trades; only people of these departments. */
  trades: texts.optional(),
  departments: texts.optional(),
  asset: text.optional(),
  articles: z.array(text).default([]),
  service: text.optional(),
  slots: z.record(text, texts).default({}),
  fields: z.record(text, text).default({}),
  summary: texts,
  /** Parts in order, one alternative of each; a first alternative of '' makes the part one that may be left out. */
  details: z.array(texts).min(1),
  /** The same told by the agent who took the call. */
  spoken: texts.optional(),
  steps: z.array(stepSchema).min(1),
  closure: texts,
  /** Tickets of another scenario that come with it, for the same client. */
  brings: z.strictObject({ scenario: text, count: range }).optional(),
  /** Never chosen by chance, only brought by another. */
  only_brought: z.boolean().default(false),
});

export type ScenarioDefinition = z.infer<typeof scenarioSchema>;
export type StepDefinition = ScenarioDefinition['steps'][number];
export type StepVerb =
  | 'ask'
  | 'user'
  | 'note'
  | 'call'
  | 'reply'
  | 'supplier'
  | 'hold'
  | 'schedule'
  | 'approval'
  | 'resume'
  | 'priority'
  | 'move'
  | 'fix';

/** A step's verb and texts, told apart from its timing. */
export function readStep(step: StepDefinition): { verb: StepVerb; texts: readonly string[]; to?: string } {
  const { chance: _chance, after: _after, minutes: _minutes, ...rest } = step;
  const { to, ...only } = rest as Record<string, unknown>;
  const [verb, texts] = Object.entries(only)[0] as [StepVerb, readonly string[]];
  return typeof to === 'string' ? { verb, texts, to } : { verb, texts };
}
