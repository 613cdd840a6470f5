import { z } from 'zod';
import { isIn } from '../../../src-shared/domain/profiles.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import { isWithin } from '../../domain/viewer.ts';
import { text } from '../arguments.ts';
import { defineWriteTool, type ToolContext } from '../define-tool.ts';
import { showTicketRow, ticketListFields } from '../records.ts';

const everyArgument = z.strictObject({
  user_email: text({ max: 254 }).describe('The email address of the user whose ticket it is.'),
  summary: text({ max: 70, advice: 'Give a shorter summary and put the rest into the description.' }).describe(
    'One line that says what is wrong or wanted, at most 70 characters.',
  ),
  description: text({ max: 50_000 }).describe('Everything known about it.'),
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
      user: findUser(input.user_email, context),
      summary: input.summary,
      details: input.description,
      source: 'mcp',
      by: actorOf(principal),
      at: now,
    });
    return showTicketRow(desk.tickets.getAsWritten(id));
  },
});

function findUser(email: string | undefined, { desk, viewer, principal }: ToolContext): { id: number; siteId: number } {
  if (principal.kind === 'user') {
    if (isWithin(viewer.limits?.clientIds, principal.clientId))
      return { id: principal.userId, siteId: principal.siteId };
    throw new AppError('not_allowed', 'Tickets of your organisation are not logged here. Ask the service desk.');
  }
  const user = desk.people.users.findByEmail(viewer, email?.trim() ?? '');
  if (user === undefined) {
    throw new AppError('not_found', `No user has the email address "${email}". Find the right one with get_users.`);
  }
  if (user.inactive === 1) {
    throw new AppError('conflict', `${user.name} is inactive, so no ticket can be logged for that address.`);
  }
  return user;
}
