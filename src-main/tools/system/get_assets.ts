import { z } from 'zod';
import { assetListFields, showAssetRow } from '../asset-record.ts';
import { pageNumber, searchOrListText } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { hitFields, showHit } from '../records.ts';

export const getAssets = defineReadTool({
  name: 'get_assets',
  title: 'Search Assets',
  description:
    'Find assets such as laptops, printers and servers by tag, serial number, model, type, user or site; without search it lists them all. Returns ten a page; read one in full with get_one_asset.',
  since: '2.236',
  offered: { default: 'listed', agent: 'extra', user: 'no' },
  scopes: ['read:assets'],
  needs: { area: 'assets', level: 'read' },
  input: () =>
    z.strictObject({
      search: searchOrListText.optional().describe('A tag, a serial number or a few words.'),
      page_number: pageNumber,
    }),
  output: listOutput('assets', z.strictObject({ ...assetListFields, ...hitFields }), 'Best match first.'),
  run: async ({ search = '', page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'asset', text: search, pageNumber: page_number },
      (ids) => context.desk.assets.listByIds(context.viewer, ids),
      (row, hit) => ({ ...showAssetRow(row), ...showHit(hit) }),
    );
    return { ...found.envelope, assets: found.rows };
  },
});
