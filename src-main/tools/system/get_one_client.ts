import { z } from 'zod';
import { recordId } from '../arguments.ts';
import { clientListFields, showClientRow, showSiteRow, siteListFields } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { moment, name } from '../records.ts';
import { toIso } from '../timestamp.ts';

export const getOneClient = defineReadTool({
  name: 'get_one_client',
  title: 'Get One Client',
  description: 'Read one client by its id, with its notes and sites; find ids with get_clients.',
  since: 'latest',
  offered: { default: 'extra', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () => z.strictObject({ client_id: recordId('The id of the client.') }),
  output: z.strictObject({
    ...clientListFields,
    notes: name,
    datecreated: moment,
    sites: z.array(z.strictObject(siteListFields)).describe('By name.'),
  }),
  run: ({ client_id }, { desk, viewer }) => {
    const client = desk.people.clients.get(viewer, client_id);
    return {
      ...showClientRow(client),
      notes: client.notes,
      datecreated: toIso(client.createdAt),
      sites: client.siteRows.map(showSiteRow),
    };
  },
});
