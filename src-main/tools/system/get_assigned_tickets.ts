import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { openOnly, pageNumber } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { envelope, listOutput, pageOf } from '../list-page.ts';
import { showTicketRow, ticketListFields } from '../records.ts';

export const getAssignedTickets = defineReadTool({
  name: 'get_assigned_tickets',
  title: 'Get Assigned Tickets',
  description:
    'List the tickets assigned to the agent you act for, open ones unless open_only is false, the most recently touched first, ten a page. Read one in full with get_one_ticket.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'no' },
  scopes: ['read:tickets'],
  needs: { area: 'tickets', level: 'read' },
  forAgentsOnly: true,
  input: () => z.strictObject({ page_number: pageNumber, open_only: openOnly }),
  output: listOutput('tickets', z.strictObject(ticketListFields), 'The most recently touched first.'),
  run: ({ page_number, open_only = true }, { desk, viewer, principal }) => {
    if (principal.kind !== 'agent') throw new AppError('not_allowed', 'Only agents have tickets assigned to them.');
    const page = pageOf(page_number);
    const listed = desk.tickets.list(viewer, { of: 'agent', id: principal.agentId, openOnly: open_only }, page);
    return { ...envelope(page, listed), tickets: listed.rows.map(showTicketRow) };
  },
});
