import { z } from 'zod';
import { actorOf } from '../../domain/actor.ts';
import { noteText, recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { showTicketRow, ticketListFields } from '../records.ts';

export const updateTicket = defineWriteTool({
  name: 'update_ticket',
  title: 'Update a Ticket',
  description:
    'Add a reply to a ticket of the user you act for; the service desk reads it. With close it also closes the ticket; a reply to a closed ticket reopens it where its type allows that. The answer shows the ticket as it now is.',
  since: '2.232',
  offered: { default: 'no', agent: 'no', user: 'listed' },
  scopes: ['edit:tickets'],
  input: () =>
    z.strictObject({
      ticket_id: recordId('The number of the ticket.'),
      note: noteText.describe('The reply.'),
      close: z.boolean().optional().describe('True closes the ticket: it is solved or no longer needed.'),
    }),
  output: z.strictObject({
    action: z.enum(['replied', 'closed', 'reopened']).describe('What the update did.'),
    ...ticketListFields,
  }),
  run: ({ ticket_id, note, close = false }, { desk, viewer, principal, now }) => {
    const reply = { note, by: actorOf(principal), at: now };
    const action = desk.tickets.reply(viewer, ticket_id, reply, { close });
    return { action, ...showTicketRow(desk.tickets.getAsWritten(ticket_id)) };
  },
});
