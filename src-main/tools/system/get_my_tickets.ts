import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { openOnly, pageNumber } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { envelope, listOutput, pageOf } from '../list-page.ts';
import { showTicketRow, ticketListFields } from '../records.ts';

export const getMyTickets = defineReadTool({
  name: 'get_my_tickets',
  title: 'Get My Tickets',
  description:
    'List the tickets of the user you act for, open ones unless open_only is false, the most recently touched first, ten a page. Read one in full with get_one_ticket.',
  since: '2.232',
  offered: { default: 'no', agent: 'no', user: 'listed' },
  scopes: ['read:tickets'],
  input: () => z.strictObject({ page_number: pageNumber, open_only: openOnly }),
  output: listOutput('tickets', z.strictObject(ticketListFields), 'The most recently touched first.'),
  run: ({ page_number, open_only = true }, { desk, viewer, principal }) => {
    if (principal.kind !== 'user') throw new AppError('not_allowed', 'Only users have tickets of their own.');
    const page = pageOf(page_number);
    const listed = desk.tickets.list(viewer, { of: 'user', id: principal.userId, openOnly: open_only }, page);
    return { ...envelope(page, listed), tickets: listed.rows.map(showTicketRow) };
  },
});
