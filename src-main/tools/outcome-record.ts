import { z } from 'zod';
import type { UsableOutcome } from '../domain/workflows/list-outcomes.ts';
import { count, name, ticketListFields } from './records.ts';

/** Where a ticket stands; null where its type has no workflow. */
export const workflowStep = z
  .strictObject({ id: count, name })
  .nullable()
  .describe('The step of its workflow that the ticket is on.');

export function showStep(step: { id: number; name: string } | undefined): z.input<typeof workflowStep> {
  return step === undefined ? null : { id: step.id, name: step.name };
}

const field = z.strictObject({
  name: name.describe('Its key in the fields of use_specific_action.'),
  label: name,
  type: z.enum(['text', 'long_text', 'number', 'date', 'choice', 'yes_no']),
  required: z.boolean().describe('False too when it has been filled in before.'),
  choices: z.array(name).describe('The values to choose from; empty when any will do.'),
});

export const outcomeRecord = z.strictObject({
  id: count.describe('Pass it as action_id.'),
  name,
  quick: z.boolean().describe('True: action_ticket can run it; others go through use_specific_action.'),
  note_required: z.boolean().describe('True when it is refused without a note.'),
  fields: z.array(field),
});

export function showOutcome(outcome: UsableOutcome): z.input<typeof outcomeRecord> {
  return {
    id: outcome.id,
    name: outcome.label,
    quick: outcome.quick === 1,
    note_required: outcome.noteRequired === 1 && outcome.note === '',
    fields: outcome.fields.map(({ name, label, kind, required, choices, value }) => ({
      name,
      label,
      type: kind,
      required: required === 1 && value === '',
      choices: JSON.parse(choices) as string[],
    })),
  };
}

/** What using an action answers: what was used, and the ticket as it then is. */
export const usedOutcomeFields = {
  action: name.describe('What was done.'),
  hiddenfromuser: z.boolean().describe('True when the entry is private.'),
  workflow_step: workflowStep,
  ...ticketListFields,
};
