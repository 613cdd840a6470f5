import { z } from 'zod';

const name = z.string().min(1);
const names = z.array(name);
const flag = z.boolean().default(false);

/** What can be done to tickets, and the steps that it takes them through; names are those of the foundation. */
export const outcomeSchema = z.strictObject({
  name,
  /** On its button, when that is not its name. */
  label: name.optional(),
  for: z.enum(['agents', 'users', 'everyone']).default('agents'),
  quick: flag,
  always: flag,
  private: flag,
  note: z.string().default(''),
  note_required: flag,
  status: name.optional(),
  team: name.optional(),
  assigns: z.enum(['keep', 'self']).default('keep'),
  priority: name.optional(),
  minutes: z.int().nonnegative().default(0),
  fields: z.array(z.strictObject({ field: name, required: flag })).default([]),
  /** The ticket types that allow it; every one when left out. */
  types: names.optional(),
});

export const workflowSchema = z.strictObject({
  name,
  /** The ticket types that go through it. */
  types: names,
  steps: z.array(
    z.strictObject({
      name,
      start: flag,
      end: flag,
      reopening: flag,
      /** Those that tickets on it have, by which the demo desk's are placed. */
      statuses: names,
      /** The step that each leads to; null stays. */
      outcomes: z.record(name, name.nullable()),
    }),
  ),
});

export type OutcomeDefinition = z.infer<typeof outcomeSchema>;
