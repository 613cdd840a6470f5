import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import { recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { showTicketRow, ticketListFields } from '../records.ts';

export const assignToMe = defineWriteTool({
  name: 'assign_to_me',
  title: 'Assign to me',
  description:
    'Assign a ticket to the agent you act for. It stays with its team when the agent is in that, and otherwise goes to a team of the agent; the answer shows the ticket and whether anything changed.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'no' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  forAgentsOnly: true,
  idempotent: true,
  input: () => z.strictObject({ ticket_id: recordId('The number of the ticket.') }),
  output: z.strictObject({
    changed: z.boolean().describe('False when it was assigned to you already.'),
    ...ticketListFields,
  }),
  run: ({ ticket_id }, { desk, viewer, principal, now }) => {
    if (principal.kind !== 'agent') throw new AppError('not_allowed', 'Only agents can be assigned tickets.');
    const occasion = { by: actorOf(principal), at: now };
    const changed = desk.tickets.assign(viewer, ticket_id, principal.agentId, occasion);
    return { changed, ...showTicketRow(desk.tickets.getAsWritten(ticket_id)) };
  },
});
