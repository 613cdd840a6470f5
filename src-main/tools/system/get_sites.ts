import { z } from 'zod';
import { pageNumber, searchOrListText } from '../arguments.ts';
import { siteListFields, showSiteRow } from '../customer-records.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { hitFields, showHit } from '../records.ts';

export const getSites = defineReadTool({
  name: 'get_sites',
  title: 'Search Sites',
  description:
    'Find sites, the places of clients that users belong to. Returns ten a page; read one in full with get_one_site.',
  since: 'latest',
  offered: { default: 'extra', agent: 'extra', user: 'no' },
  scopes: ['read:customers'],
  needs: { area: 'customers', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchOrListText.describe('A name, an address or a few words; empty lists all sites.'),
      page_number: pageNumber,
    }),
  output: listOutput('sites', z.strictObject({ ...siteListFields, ...hitFields }), 'Best match first.'),
  run: async ({ search, page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'site', text: search, pageNumber: page_number },
      (ids) => context.desk.people.sites.listByIds(context.viewer, ids),
      (row, hit) => ({ ...showSiteRow(row), ...showHit(hit) }),
    );
    return { ...found.envelope, sites: found.rows };
  },
});
