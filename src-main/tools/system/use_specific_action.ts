import { z } from 'zod';
import { actorOf } from '../../domain/actor.ts';
import { fieldValues, noteText, recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { usedOutcomeFields } from '../outcome-record.ts';
import { runOutcome } from '../use-outcome.ts';

export const useSpecificAction = defineWriteTool({
  name: 'use_specific_action',
  title: 'Use specific action',
  description:
    'Use an action on a ticket with a note and its fields filled in: it sets what it is configured to set and moves the ticket in its workflow. Read the ticket with get_one_ticket first: it lists the actions that can be used now, the fields of each and which of them are required.',
  since: '2.238',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  input: () =>
    z.strictObject({
      ticket_id: recordId('The number of the ticket.'),
      action_id: recordId('The id of an action of get_one_ticket.'),
      note: noteText.optional().describe("What the ticket's history says; the action's own text when left out."),
      fields: fieldValues.optional().describe('Values by the names of its fields; an empty text clears one.'),
    }),
  output: z.strictObject(usedOutcomeFields),
  run: ({ ticket_id, action_id, note, fields = {} }, context) => {
    const { desk, viewer, principal } = context;
    const outcome = desk.tickets.getOutcome(viewer, ticket_id, action_id, actorOf(principal));
    const filled = Object.entries(fields).map(([field, value]) => ({ field, value: toText(value) }));
    return runOutcome(context, { ticketId: ticket_id, outcome, note, fields: filled });
  },
});

function toText(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
}
