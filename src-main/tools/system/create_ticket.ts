import { z } from 'zod';
import { isIn } from '../../../src-shared/domain/profiles.ts';
import { actorOf } from '../../domain/actor.ts';
import { text } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { showTicketRow, ticketListFields } from '../records.ts';
import { findTicketUser, ticketDetails, ticketSummary, userEmail } from '../ticket-to-log.ts';

const everyArgument = z.strictObject({
  user_email: userEmail,
  summary: ticketSummary,
  description: ticketDetails,
  ticket_type: text({ max: 200 }).optional().describe('The name of a ticket type; the default type when left out.'),
});

/** Seen from `run`, whatever the placement left out is absent. */
type Shape = typeof everyArgument.shape;
type SeenByRun = z.ZodObject<Omit<Shape, 'user_email'> & { user_email: z.ZodOptional<Shape['user_email']> }>;

export const createTicket = defineWriteTool({
  name: 'create_ticket',
  title: 'Log a Ticket',
  description:
    'Log a new ticket. Search for an existing one first. Its team, priority and due dates follow from its type; the new ticket with its number comes back.',
  since: '2.204',
  offered: { default: 'listed', agent: 'extra', user: 'listed' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  input: ({ column, profile }) => {
    // Users log their own tickets; the type came to be a choice with 2.232.
    const forColumn = column === 'user' ? everyArgument.omit({ user_email: true }) : everyArgument;
    const forProfile = isIn(profile, '2.232') ? forColumn : forColumn.omit({ ticket_type: true });
    return forProfile as unknown as SeenByRun;
  },
  output: z.strictObject(ticketListFields),
  run: (input, context) => {
    const { desk, viewer, principal, now } = context;
    const id = desk.tickets.log({
      type: desk.tickets.getLoggableType(viewer, input.ticket_type),
      user: findTicketUser(input.user_email, context),
      summary: input.summary,
      details: input.description,
      source: 'mcp',
      by: actorOf(principal),
      at: now,
    });
    return showTicketRow(desk.tickets.getAsWritten(id));
  },
});
