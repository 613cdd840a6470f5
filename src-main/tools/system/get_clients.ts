import { z } from 'zod';
import { pageNumber, searchOrListText } from '../arguments.ts';
import { clientListFields, showClientRow } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { hitFields, showHit } from '../records.ts';

export const getClients = defineReadTool({
  name: 'get_clients',
  title: 'Search Clients',
  description:
    'Find clients, the organisations that users belong to. Returns ten a page; read one with its sites with get_one_client.',
  since: 'latest',
  offered: { default: 'extra', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchOrListText.describe('A name or a few words; empty lists all clients.'),
      page_number: pageNumber,
    }),
  output: listOutput('clients', z.strictObject({ ...clientListFields, ...hitFields }), 'Best match first.'),
  run: async ({ search, page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'client', text: search, pageNumber: page_number },
      (ids) => context.desk.people.clients.listByIds(context.viewer, ids),
      (row, hit) => ({ ...showClientRow(row), ...showHit(hit) }),
    );
    return { ...found.envelope, clients: found.rows };
  },
});
