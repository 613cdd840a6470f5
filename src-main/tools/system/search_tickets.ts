import { z } from 'zod';
import { pageNumber, searchText } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { hitFields, showHit, showTicketRow, ticketListFields } from '../records.ts';

export const searchTickets = defineReadTool({
  name: 'search_tickets',
  title: 'Search Tickets',
  description:
    'Find tickets by words in their summary, details and conversation, by number, or by the names of people, clients and assets. Returns ten a page, best match first; read one in full with get_one_ticket.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: ['read:tickets'],
  needs: { area: 'tickets', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchText.describe('Words to look for, or a ticket number.'),
      open_only: z.boolean().optional().describe('True leaves out closed tickets. They are included when left out.'),
      page_number: pageNumber,
    }),
  output: listOutput('tickets', z.strictObject({ ...ticketListFields, ...hitFields }), 'Best match first.'),
  run: async ({ search, open_only = false, page_number }, context) => {
    const { desk, viewer } = context;
    const found = await searchPage(
      context,
      { kind: 'ticket', text: search, pageNumber: page_number, openOnly: open_only },
      (ids) => desk.tickets.listByIds(viewer, ids),
      (row, hit) => ({ ...showTicketRow(row), ...showHit(hit) }),
    );
    return { ...found.envelope, tickets: found.rows };
  },
});
