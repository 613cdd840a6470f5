import { z } from 'zod';
import { recordId } from '../arguments.ts';
import { showSiteRow, siteListFields } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { name } from '../records.ts';

export const getOneSite = defineReadTool({
  name: 'get_one_site',
  title: 'Get One Site',
  description: 'Read one site by its id, with its address; find ids with get_sites.',
  since: 'latest',
  offered: { default: 'extra', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () => z.strictObject({ site_id: recordId('The id of the site.') }),
  output: z.strictObject({ ...siteListFields, address: name }),
  run: ({ site_id }, { desk, viewer }) => {
    const site = desk.people.sites.get(viewer, site_id);
    return { ...showSiteRow(site), address: site.address };
  },
});
