import { z } from 'zod';
import { actorOf } from '../../domain/actor.ts';
import { recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { showTicketRow, ticketListFields } from '../records.ts';
import { showSuggestion, suggestionRecord } from '../suggestion-record.ts';

const listOfIds = /^\s*[1-9]\d{0,14}(\s*,\s*[1-9]\d{0,14}){0,19}\s*$/;

export const applySuggestion = defineWriteTool({
  name: 'apply_suggestion',
  title: 'Apply AI Suggestion',
  description:
    'Take over suggestions for a ticket: it gets their category, priority, type, team or agent, and a suggested resolution is added as a private note. All of them are applied or, when one cannot be, none. get_matches and get_one_ticket show the open suggestions with their ids; the answer shows the ticket as it now is.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'no' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  input: () =>
    z.strictObject({
      ticket_id: recordId('The number of the ticket.'),
      suggestion_ids: z
        .string()
        .regex(listOfIds, 'Must be ids separated by commas, such as 12 or 12,15; at most 20.')
        .describe('Ids of open suggestions, separated by commas.'),
    }),
  output: z.strictObject({
    applied: z.array(suggestionRecord).describe('The suggestions that were applied.'),
    ...ticketListFields,
  }),
  run: ({ ticket_id, suggestion_ids }, { desk, viewer, principal, now }) => {
    const ids = [...new Set(suggestion_ids.split(',').map(Number))];
    const applied = desk.suggestions.apply(viewer, ticket_id, ids, { by: actorOf(principal), at: now });
    return { applied: applied.map(showSuggestion), ...showTicketRow(desk.tickets.getAsWritten(ticket_id)) };
  },
});
