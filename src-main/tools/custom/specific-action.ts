import { z } from 'zod';
import { type SpecificActionSettings, specificActionSettings } from '../../../src-shared/domain/custom-tools.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import { isWithin } from '../../domain/viewer.ts';
import { nameOutcomes, type UsableOutcome } from '../../domain/workflows/list-outcomes.ts';
import { noteText, recordId } from '../arguments.ts';
import type { Placement, ToolContext } from '../define-tool.ts';
import { defineUse, type UseContext } from '../define-use.ts';
import { createFieldParameters } from '../field-parameters.ts';
import { usedOutcomeFields } from '../outcome-record.ts';
import { runOutcome } from '../use-outcome.ts';

type Outcome = ReturnType<UseContext['material']['listOutcomes']>[number];

export const specificAction = defineUse<SpecificActionSettings>({
  name: 'specific_action',
  title: 'Use specific action',
  about: 'Uses one action on a ticket; the action’s fields are parameters.',
  settings: specificActionSettings,
  make({ outcomeId }, context) {
    const outcome = context.material.findOutcome(outcomeId);
    if (outcome === undefined) return { broken: `There is no action ${outcomeId} any more.` };
    const broken = findTrouble(outcome, context);
    if (broken !== undefined) return { broken };
    const fields = createFieldParameters(context.material.listOutcomeFields(outcome.id), ['ticket_id', 'note']);
    const note = noteText.describe(describeNote(outcome));
    const offer = (column: Placement['column']) => (isFor(outcome, column) ? 'listed' : 'no');
    return {
      kind: 'write',
      since: '2.238',
      offered: { default: offer('default'), agent: offer('agent'), user: offer('user') },
      scopes: ['edit:tickets'],
      needs: { area: 'tickets', level: 'edit' },
      forAgentsOnly: outcome.assigns === 'self',
      output: z.strictObject(usedOutcomeFields),
      parameters: () => ({
        ticket_id: recordId('The number of the ticket.'),
        note: outcome.noteRequired === 1 && outcome.note === '' ? note : note.optional(),
        ...fields.shape,
      }),
      run(input, call) {
        const { ticket_id, note: said } = input as { ticket_id: number; note?: string };
        const filled = [...fields.read(input)].map(([field, value]) => ({ field, value }));
        return runOutcome(call, {
          ticketId: ticket_id,
          outcome: getUsable(call, ticket_id, outcome),
          note: said,
          fields: filled,
        });
      },
    };
  },
});

function isFor({ forAgents, forUsers }: Outcome, column: Placement['column']): boolean {
  return (column === 'user' ? forUsers : forAgents) === 1;
}

/** Why nobody on the endpoint could ever use it. */
function findTrouble(outcome: Outcome, { material, limits, columns }: UseContext): string | undefined {
  const { label, goneName, inactive, id } = outcome;
  if (inactive === 1) return `The action "${label}" is inactive.`;
  if (goneName !== null) return `The action "${label}" gives tickets to ${goneName}, who can have none any more.`;
  const types = material.listTypesOfOutcome(id);
  if (types.length === 0) return `The action "${label}" is on no step of any workflow, so no ticket offers it.`;
  if (!types.some((type) => isWithin(limits.ticketTypeIds, type))) {
    return `The action "${label}" is for ticket types outside the data limits of the endpoint.`;
  }
  if (columns.some((column) => isFor(outcome, column))) return undefined;
  return `The action "${label}" is not for ${columns.includes('user') ? 'users' : 'agents'}.`;
}

function describeNote({ note }: Outcome): string {
  const usual = note === '' ? '' : `; "${note.slice(0, 100)}" when left out`;
  return `What the ticket's history says${usual}.`;
}

/** Callers know the action by the tool's name alone, so that the refusal says what it is called. */
function getUsable({ desk, viewer, principal }: ToolContext, ticketId: number, { id, label }: Outcome): UsableOutcome {
  const ticket = desk.tickets.get(viewer, ticketId);
  const usable = desk.tickets.listOutcomes(viewer, ticket, actorOf(principal));
  const outcome = usable.find((each) => each.id === id);
  if (outcome !== undefined) return outcome;
  const step = desk.tickets.findStep(ticket)?.name;
  const where = step === undefined ? '' : ` on the step "${step}"`;
  throw new AppError(
    'conflict',
    `The action "${label}" cannot be used on ticket ${ticketId}${where}. ${nameOutcomes(usable)}`,
  );
}
